"""What happens after: state, list columns and footprint follow Wagtail's own events, notices go out by task."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.signals import (
    page_published,
    page_unpublished,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from core import former_addresses
from core.cache_keys import SITE
from core.generations import raise_keys
from core.key_signals import raise_on_change, raise_on_fields
from kim.signals import kim_created, pages_changed_kim
from news import services, signals, tasks
from news.models import ArticlePage, ArticleTag, Correction, Format, NewsIndexPage, ShareCard, Topic


@receiver(kim_created, dispatch_uid="news.home")
def add_news_list(sender: Any, kim: Any, page: Any, **kwargs: Any) -> None:
    page.add_child(instance=NewsIndexPage(title="Berita", slug="berita", kim=kim))


@receiver(page_published, sender=ArticlePage, dispatch_uid="news.published")
def keep_list_columns(sender: Any, instance: ArticlePage, **kwargs: Any) -> None:
    services.refresh_list_columns(instance.pk)
    services.refresh_state(instance.pk)
    services.refresh_footprint(instance.pk)


@receiver(page_unpublished, sender=ArticlePage, dispatch_uid="news.unpublished")
def follow_unpublish(sender: Any, instance: ArticlePage, **kwargs: Any) -> None:
    services.refresh_state(instance.pk)
    services.refresh_footprint(instance.pk)


@receiver(pre_delete, sender=ArticlePage, dispatch_uid="news.before_delete")
def keep_footprint(sender: Any, instance: ArticlePage, **kwargs: Any) -> None:
    instance._footprint = services.stored_footprint(instance.pk)
    instance._pk_before_delete = instance.pk


@receiver(post_delete, sender=ArticlePage, dispatch_uid="news.deleted")
def forget_deleted(sender: Any, instance: ArticlePage, **kwargs: Any) -> None:
    footprint = getattr(instance, "_footprint", None)
    if footprint is not None:
        raise_keys(f"page-{instance._pk_before_delete}")
        services.forget_story(instance._pk_before_delete, footprint)


@receiver(page_published, sender=ArticlePage, dispatch_uid="news.share_card")
def queue_share_card(sender: Any, instance: ArticlePage, **kwargs: Any) -> None:
    transaction.on_commit(partial(tasks.make_share_card.enqueue, instance.pk))


@receiver(page_unpublished, sender=ArticlePage, dispatch_uid="news.share_card_dropped")
def queue_share_card_drop(sender: Any, instance: ArticlePage, **kwargs: Any) -> None:
    transaction.on_commit(partial(tasks.drop_share_card.enqueue, instance.pk))


@receiver([workflow_submitted, workflow_rejected, workflow_cancelled], dispatch_uid="news.workflow")
def follow_workflow(sender: Any, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance.content_object, ArticlePage):
        services.refresh_state(instance.content_object.pk)


@receiver(signals.review_finished, dispatch_uid="news.review_finished")
def publish_after_review(sender: Any, article_id: int, user: Any, **kwargs: Any) -> None:
    services.publish_reviewed(article_id=article_id, user=user)


def _enqueue(event: str, **kwargs: Any) -> None:
    tasks.tell_about.enqueue(event, kwargs)


@receiver(signals.story_submitted, dispatch_uid="news.tell_submitted")
def tell_submitted(sender: Any, article_id: int, by_id: int, **kwargs: Any) -> None:
    _enqueue("submitted", article_id=article_id, by_id=by_id)


@receiver(signals.story_returned, dispatch_uid="news.tell_returned")
def tell_returned(sender: Any, article_id: int, by_id: int, return_id: int, **kwargs: Any) -> None:
    _enqueue("returned", article_id=article_id, by_id=by_id, return_id=return_id)


@receiver(signals.story_published, dispatch_uid="news.tell_published")
def tell_published(sender: Any, article_id: int, by_id: int | None, **kwargs: Any) -> None:
    _enqueue("published", article_id=article_id, by_id=by_id)


@receiver(signals.story_scheduled, dispatch_uid="news.tell_scheduled")
def tell_scheduled(sender: Any, article_id: int, by_id: int, at: str, **kwargs: Any) -> None:
    _enqueue("scheduled", article_id=article_id, by_id=by_id, at=at)


@receiver(signals.story_corrected, dispatch_uid="news.tell_corrected")
def tell_corrected(sender: Any, article_id: int, by_id: int, correction_id: int, **kwargs: Any) -> None:
    _enqueue("corrected", article_id=article_id, by_id=by_id, correction_id=correction_id)


@receiver(signals.story_withdrawn, dispatch_uid="news.tell_withdrawn")
def tell_withdrawn(sender: Any, article_id: int, by_id: int, **kwargs: Any) -> None:
    _enqueue("withdrawn", article_id=article_id, by_id=by_id)


@receiver(signals.story_schedule_failed, dispatch_uid="news.tell_schedule_failed")
def tell_schedule_failed(sender: Any, article_id: int, by_id: None, reason: str, **kwargs: Any) -> None:
    _enqueue("schedule_failed", article_id=article_id, by_id=None)


@receiver(pages_changed_kim, dispatch_uid="news.stories_follow")
def follow_stories(sender: Any, pages: list[int], kims: set[int], **kwargs: Any) -> None:
    services.follow_stories(pages, kims)


@receiver(pre_save, sender=Topic, dispatch_uid="news.topic_before")
def remember_topic(sender: Any, instance: Topic, **kwargs: Any) -> None:
    instance.__dict__["_before"] = Topic.objects.filter(pk=instance.pk).first()


@receiver(post_save, sender=Topic, dispatch_uid="news.topic_after")
def keep_address_of_topic(sender: Any, instance: Topic, **kwargs: Any) -> None:
    before = instance.__dict__.pop("_before", None)
    if before is not None and before.path != instance.path:
        former_addresses.path_moved(before.path, instance.path)


@receiver(pre_delete, sender=Topic, dispatch_uid="news.topic_gone")
def keep_address_of_gone_topic(sender: Any, instance: Topic, **kwargs: Any) -> None:
    former_addresses.path_gone(instance.path)


@receiver(pre_delete, sender=ArticleTag, dispatch_uid="news.tag_gone")
def keep_address_of_tag(sender: Any, instance: ArticleTag, **kwargs: Any) -> None:
    services.keep_tag_addresses([instance.pk])


@receiver(page_unpublished, sender=ArticlePage, dispatch_uid="news.tags_gone")
def keep_addresses_of_tags(sender: Any, instance: ArticlePage, **kwargs: Any) -> None:
    services.keep_tag_addresses(list(instance.tagged_items.values_list("pk", flat=True)))


@receiver(signals.report_received, dispatch_uid="news.tell_report_received")
def tell_report_received(sender: Any, report_id: int, **kwargs: Any) -> None:
    tasks.tell_of_report.enqueue("received", report_id)


def of_correction(row: Correction) -> list[str]:
    """Its story, the one that replies, the lists; the first note of a KIM gives it an address in the sitemap."""
    keys = [f"page-{row.article_id}", "corrections", f"corrections-kim-{row.kim_id}"]
    if row.reply_id:
        keys.append(f"page-{row.reply_id}")
    if not Correction.objects.filter(kim_id=row.kim_id).exclude(pk=row.pk).exists():
        keys.append("corrected-kims")
    return keys


def register_keys() -> None:
    """Called once from AppConfig.ready()."""
    raise_on_fields(
        Topic,
        {
            ("name", "position"): lambda topic: ("topics", f"topic-{topic.pk}"),
            ("slug",): lambda topic: ("topics", f"topic-{topic.pk}", "tree"),
        },
    )
    raise_on_change(Format, lambda row: (SITE,), new_rows=False)
    raise_on_change(ShareCard, lambda card: (f"page-{card.article_id}",))
    raise_on_change(Correction, of_correction)
