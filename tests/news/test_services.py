"""Acts on stories: states, locking, stale saves, the gate, frozen addresses, notices, logs."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import PageLogEntry

from core.models import MediaImage, Notice
from kim.models import KimGroup
from news import services
from news.models import ArticlePage, ArticleReturn, Correction
from news.models.facts import photo_blocks
from news.services.reviewing import ReasonMissing
from rubrics.models import ReasonCode
from tests import builders
from users.models import User

Commit = Callable[..., Any]


def actions_of(article: ArticlePage) -> list[str]:
    rows = PageLogEntry.objects.filter(page_id=article.pk, action__startswith="news.").order_by("pk")
    return list(rows.values_list("action", flat=True))


def reasons(*codes: str) -> list[ReasonCode]:
    return list(ReasonCode.objects.filter(code__in=codes))


def add_photo(article: ArticlePage, user: User, **fields: Any) -> MediaImage:
    values: dict[str, Any] = {
        "caption": "Petani memanen padi di Blok C, Sabtu pagi.",
        "alt": "Lima petani di sawah",
        "credit": "Ani Rahmawati",
        "consent_state": "given",
        **fields,
    }
    _article, image = services.add_photo(
        article=article, user=user, upload=io.BytesIO(builders.jpeg_bytes()), filename="a.jpg", **values
    )
    return image


def again(article: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=article.pk)


def test_create_draft_of_writer_stores_text_and_byline(kim_a: KimGroup, ani: User) -> None:
    article = builders.make_draft(kim_a, ani)
    draft = article.get_latest_revision_as_object()
    assert (article.state, article.live, article.owner, article.kim) == ("draft", False, ani, kim_a)
    assert [(byline.name, byline.role) for byline in draft.bylines.all()] == [("Ani Rahmawati", "writer")]
    assert [(source.name, source.role) for source in draft.sources.all()] == [
        ("Sukirman", "Ketua kelompok tani")
    ]
    assert [tag.name for tag in draft.tags.all()] == ["panen raya"]
    assert draft.checklist["version"] == 1


def test_create_draft_of_stranger_is_refused(kim_a: KimGroup, citra: User) -> None:
    with pytest.raises(services.NotAllowed):
        builders.make_draft(kim_a, citra)
    assert ArticlePage.objects.count() == 0


def test_save_draft_keeps_sources_and_tags_out_of_public_rows(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    services.save_draft(
        article=article,
        user=ani,
        data=builders.draft_input(sources=(("Orang Lain", "Warga"),), tags=("baru",)),
        base_revision_id=article.latest_revision_id,
    )
    public = again(article)
    assert [source.name for source in public.sources.all()] == ["Sukirman"]
    assert [tag.name for tag in public.tags.all()] == ["panen raya"]


def test_save_draft_on_older_revision_is_refused_with_newest(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_draft(kim_a, ani)
    base = article.latest_revision_id
    services.save_draft(
        article=article, user=budi, data=builders.draft_input("Judul dari Budi"), base_revision_id=base
    )
    with pytest.raises(services.StaleDraft) as stale:
        services.save_draft(
            article=article, user=ani, data=builders.draft_input("Judul dari Ani"), base_revision_id=base
        )
    assert stale.value.current.title == "Judul dari Budi"
    assert again(article).draft_title == "Judul dari Budi"


def test_save_draft_after_own_photo_carries_text_over(kim_a: KimGroup, ani: User) -> None:
    article = builders.make_draft(kim_a, ani)
    base = article.latest_revision_id
    add_photo(article, ani)
    saved = services.save_draft(
        article=article,
        user=ani,
        data=builders.draft_input("Judul sesudah foto"),
        base_revision_id=base,
    )
    draft = saved.get_latest_revision_as_object()
    assert draft.title == "Judul sesudah foto"
    assert len(list(photo_blocks(draft.body))) == 1


def test_save_draft_of_citra_is_refused(kim_a: KimGroup, ani: User, citra: User) -> None:
    article = builders.make_draft(kim_a, ani)
    with pytest.raises(services.NotAllowed):
        services.save_draft(
            article=article, user=citra, data=builders.draft_input("X"), base_revision_id=None
        )


def test_submit_puts_one_notice_to_each_editor(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = builders.make_draft(kim_a, ani)
        services.submit(article=article, user=ani)
        services.submit(article=article, user=ani)
    notices = list(Notice.objects.values_list("recipient__username", "url"))
    assert notices == [("budi", f"/ruang/redaksi/{article.pk}/")]
    assert again(article).state == "in_review"
    assert actions_of(article) == ["news.submit"]


def test_tell_about_run_twice_writes_one_notice(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    facts = {"article_id": article.pk, "by_id": ani.pk}
    assert (services.tell_about("submitted", facts), services.tell_about("submitted", facts)) == (1, 0)


def test_return_without_reason_or_note_is_refused(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    with pytest.raises(ReasonMissing):
        services.return_to_writer(article=article, user=budi, reasons=[], note="Perbaiki")
    with pytest.raises(ReasonMissing):
        services.return_to_writer(article=article, user=budi, reasons=reasons("judul"), note="  ")
    assert again(article).state == "in_review"


def test_return_then_submit_then_publish_follows_states(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Commit
) -> None:
    seen = []
    with django_capture_on_commit_callbacks(execute=True):
        article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
        seen.append(article.state)
        services.return_to_writer(
            article=article, user=budi, reasons=reasons("judul", "sumber"), note="Sebut nama."
        )
        seen.append(again(article).state)
        article = services.save_draft(
            article=article,
            user=ani,
            data=builders.draft_input("Judul yang lebih jelas"),
            base_revision_id=again(article).latest_revision_id,
        )
        seen.append(article.state)
        article = services.submit(article=article, user=ani)
        seen.append(article.state)
        article = services.publish(article=article, user=budi)
        seen.append(article.state)
    assert seen == ["in_review", "returned", "returned", "in_review", "published"]
    assert (article.live, article.title, article.slug) == (
        True,
        "Judul yang lebih jelas",
        "judul-yang-lebih-jelas",
    )
    assert article.url == "/bangun-mulya/berita/judul-yang-lebih-jelas/"
    assert article.published_at is not None
    assert actions_of(article) == ["news.submit", "news.return", "news.submit", "news.publish"]
    row = ArticleReturn.objects.get()
    assert row.answered_at is not None
    assert sorted(row.reasons.values_list("code", flat=True)) == ["judul", "sumber"]
    texts = list(ani.notices.order_by("pk").values_list("url", flat=True))
    assert texts == [f"/ruang/tulis/{article.pk}/", article.url]


def test_return_by_writer_is_refused(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    with pytest.raises(services.NotAllowed):
        services.return_to_writer(article=article, user=ani, reasons=reasons("judul"), note="Sendiri")


def test_publish_by_writer_follows_policy_of_kim(kim_a: KimGroup, ani: User, budi: User, gita: User) -> None:
    article = builders.make_draft(kim_a, ani)
    with pytest.raises(services.NotAllowed):
        services.publish(article=article, user=ani)
    KimGroup.objects.update(review_policy="office")
    with pytest.raises(services.NotAllowed):
        services.publish(article=again(article), user=budi)
    assert services.publish(article=again(article), user=gita).live is True
    KimGroup.objects.update(review_policy="self_publish")
    own = builders.make_draft(KimGroup.objects.get(pk=kim_a.pk), ani)
    assert services.publish(article=own, user=ani).live is True


def test_publish_without_photo_facts_is_refused_with_each_problem(
    kim_a: KimGroup, ani: User, budi: User
) -> None:
    article = builders.make_draft(kim_a, ani, topic=None)
    add_photo(article, ani, alt="", credit="", consent_state="undecided")
    with pytest.raises(services.PublishRefused) as refused:
        services.publish(article=again(article), user=budi)
    assert [(problem.code, problem.photo) for problem in refused.value.problems] == [
        ("topic_missing", None),
        ("photo_alt_missing", 1),
        ("photo_credit_missing", 1),
        ("photo_consent_undecided", 1),
    ]
    assert (again(article).live, again(article).state) == (False, "draft")


def test_publish_after_submit_with_refusal_leaves_review_open(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani, topic=None), user=ani)
    with pytest.raises(services.PublishRefused):
        services.publish(article=article, user=budi)
    assert again(article).state == "in_review"
    assert again(article).current_workflow_task_state.status == "in_progress"


def test_publish_on_older_revision_is_refused(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    read = article.latest_revision_id
    services.save_draft(article=article, user=ani, data=builders.draft_input("Baru"), base_revision_id=read)
    with pytest.raises(services.StaleDraft):
        services.publish(article=article, user=budi, base_revision_id=read)
    assert again(article).live is False


def test_publish_twice_logs_and_tells_once(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = builders.make_draft(kim_a, ani)
        services.publish(article=article, user=budi)
        services.publish(article=article, user=budi)
    assert actions_of(article) == ["news.publish"]
    assert ani.notices.count() == 1


def test_publish_sets_list_picture_from_first_photo(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_draft(kim_a, ani)
    image = add_photo(article, ani)
    article = services.publish(article=again(article), user=budi)
    assert article.list_image_id == image.pk


def test_slug_after_first_publication_stays(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    slug, url = article.slug, article.url
    services.correct(
        article=article,
        user=budi,
        data=builders.draft_input("Judul yang sama sekali lain"),
        note="Judul diperbaiki.",
        base_revision_id=article.latest_revision_id,
    )
    article = again(article)
    assert (article.slug, article.url, article.title) == (slug, url, "Judul yang sama sekali lain")


def test_slug_of_same_headline_gets_a_number(kim_a: KimGroup, ani: User) -> None:
    slugs = [builders.make_draft(kim_a, ani).slug for _number in range(2)]
    assert slugs == [
        "panen-padi-di-blok-c-bangun-mulya-selesai",
        "panen-padi-di-blok-c-bangun-mulya-selesai-2",
    ]


def test_correct_publishes_text_and_note(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Commit
) -> None:
    article = builders.make_article(kim_a, ani)
    first_published = article.published_at
    with django_capture_on_commit_callbacks(execute=True):
        services.correct(
            article=article,
            user=budi,
            data=builders.draft_input(lead="Tiga puluh petani memanen padi di Blok C, Sabtu pagi."),
            note="Jumlah petani: tiga puluh, bukan dua puluh.",
            base_revision_id=article.latest_revision_id,
        )
    article = again(article)
    assert (article.state, article.live, article.has_unpublished_changes) == ("corrected", True, False)
    assert article.lead == "Tiga puluh petani memanen padi di Blok C, Sabtu pagi."
    assert article.published_at == first_published
    assert actions_of(article)[-1] == "news.correct"
    assert [notice.url for notice in ani.notices.all()] == [article.url]


def test_correct_of_story_under_review_ends_the_review(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    services.save_draft(
        article=article,
        user=ani,
        data=builders.draft_input("Judul dengan perubahan"),
        base_revision_id=article.latest_revision_id,
    )
    article = services.submit(article=again(article), user=ani)
    services.correct(
        article=article,
        user=budi,
        data=builders.draft_input("Judul dengan perubahan"),
        note="Judul diperjelas.",
        base_revision_id=article.latest_revision_id,
    )
    article = again(article)
    assert (article.state, article.live, article.title) == ("corrected", True, "Judul dengan perubahan")


def test_correct_without_note_is_refused(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    with pytest.raises(ValueError, match="note"):
        services.correct(article=article, user=budi, data=builders.draft_input(), note=" ")


def test_withdraw_by_editor_takes_story_down_with_reason(
    kim_a: KimGroup, ani: User, budi: User, django_capture_on_commit_callbacks: Commit
) -> None:
    article = builders.make_article(kim_a, ani)
    with django_capture_on_commit_callbacks(execute=True):
        services.withdraw(article=article, user=budi, reason="Narasumber menarik keterangannya.")
    article = again(article)
    assert (article.state, article.live) == ("withdrawn", False)
    assert Correction.objects.get().kind == "pencabutan"
    assert ani.notices.count() == 1
    with pytest.raises(services.NotAllowed):
        services.withdraw(article=article, user=budi, reason="Sekali lagi")


def test_withdraw_by_writer_is_refused(kim_a: KimGroup, ani: User, budi: User) -> None:
    article = builders.make_article(kim_a, ani)
    with pytest.raises(services.NotAllowed):
        services.withdraw(article=article, user=ani, reason="Saya berubah pikiran")
    assert again(article).live is True


def test_update_photo_of_other_kim_is_refused(kim_a: KimGroup, ani: User, citra: User) -> None:
    article = builders.make_draft(kim_a, ani)
    add_photo(article, ani)
    block = again(article).get_latest_revision_as_object().body[-1]
    with pytest.raises(services.NotAllowed):
        services.update_photo(
            article=article, user=citra, block_id=block.id, caption="", alt="", credit="", source="own",
            consent_state="given",
        )  # fmt: skip


def test_remove_photo_takes_block_out_and_keeps_file(kim_a: KimGroup, ani: User) -> None:
    article = builders.make_draft(kim_a, ani)
    image = add_photo(article, ani)
    block = again(article).get_latest_revision_as_object().body[-1]
    services.remove_photo(article=article, user=ani, block_id=block.id)
    assert list(photo_blocks(again(article).get_latest_revision_as_object().body)) == []
    assert MediaImage.objects.filter(pk=image.pk).exists()


def test_add_photo_refused_leaves_no_half_row(kim_a: KimGroup, ani: User) -> None:
    from core.imaging import ImageRefused

    article = builders.make_draft(kim_a, ani)
    before = article.latest_revision_id
    with pytest.raises(ImageRefused):
        services.add_photo(article=article, user=ani, upload=io.BytesIO(b"bukan foto"), filename="a.jpg")
    assert MediaImage.objects.count() == 0
    assert again(article).latest_revision_id == before
