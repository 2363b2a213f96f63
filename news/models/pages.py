"""Page types of news: the news index of a KIM and the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from kim.models import KimScopedPage
from kim.models.groups import scope_filter
from kim.rules.slugs import RESERVED_BELOW_KIM
from news.blocks import StoryBlock
from news.enums import Kind
from news.rules.state import ArticleState
from users.roles import Act, Role, roles_that_may

if TYPE_CHECKING:
    from collections.abc import Iterable


class NewsIndexPage(KimScopedPage):
    """All stories of one KIM, newest first."""

    template = "news/news_index_page.html"
    parent_page_types = ["kim.KimPage"]
    subpage_types = ["news.ArticlePage"]
    # Made with its KIM and never by hand: to offer it, the admin would count the children of every KIM it lists.
    is_creatable = False

    class Meta:
        verbose_name = _("news list of a KIM")

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED_BELOW_KIM:
            raise ValidationError({"slug": _("This word stands for another page of the KIM.")})


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticleQuerySet(PageQuerySet):
    def for_user(self, user: Any, roles: Iterable[str] = tuple(Role.values)) -> ArticleQuerySet:
        """Stories of every KIM in the user's scope for these roles."""
        return self.filter(scope_filter(user, roles, "kim__"))

    def written_by(self, user: Any) -> ArticleQuerySet:
        """The user's own stories in KIM for which the user still writes."""
        return self.for_user(user, roles_that_may(Act.WRITE)).filter(owner=user)

    def reviewable_by(self, user: Any) -> ArticleQuerySet:
        return self.for_user(user, roles_that_may(Act.REVIEW))

    def editable_by(self, user: Any) -> ArticleQuerySet:
        """Own stories and those of KIM where the user reviews: exactly what can_edit_draft allows."""
        own = scope_filter(user, roles_that_may(Act.WRITE), "kim__") & models.Q(owner=user)
        return self.filter(own | scope_filter(user, roles_that_may(Act.REVIEW), "kim__"))

    def newest_first(self) -> ArticleQuerySet:
        return self.order_by("-published_at", "-pk")


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


class ArticlePage(KimScopedPage):
    """A village story. `title` is the headline; the revision that people work on is the latest one."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.KEGIATAN)
    lead = models.TextField(_("lead"), max_length=500, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("story"), blank=True)
    event_date = models.DateField(_("date of the event"), null=True, blank=True)
    event_place = models.CharField(_("place of the event"), max_length=160, blank=True)
    topic = models.ForeignKey(
        "news.Topic",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
        verbose_name=_("topic"),
    )
    format = models.ForeignKey(
        "news.Format",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
        verbose_name=_("format"),
    )
    hero = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("main picture"),
        help_text=_("The first photo of the story unless you choose another."),
    )
    is_advertorial = models.BooleanField(_("paid for by somebody"), default=False)
    sponsor_name = models.CharField(_("who paid"), max_length=120, blank=True)
    tags = ClusterTaggableManager(through=ArticleTag, blank=True, verbose_name=_("tags"))

    # What news.rules.checklist said of this revision; written by news.services.save_draft alone.
    checklist = models.JSONField(default=dict, blank=True, editable=False)
    # News of the working revision; written by news.services.refresh_state alone (rule: news.rules.state).
    state = models.CharField(
        max_length=12,
        choices=[(state.value, state.value) for state in ArticleState],
        default=ArticleState.DRAFT,
        editable=False,
        db_index=True,
    )
    state_since = models.DateTimeField(null=True, editable=False)
    # First publication; written by news.receivers on page_published, never changed afterwards.
    published_at = models.DateTimeField(null=True, editable=False)
    # Hero as listings show it: `hero`, else the first photo of the live body; written with published_at.
    list_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )

    objects = ArticleManager()

    template = "news/article_page.html"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []

    content_panels = [
        FieldPanel("title", heading=_("Headline")),
        FieldPanel("kind"),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("event_date"), FieldPanel("event_place")], heading=_("Event")),
        InlinePanel("bylines", heading=_("Bylines"), label=_("Byline")),
        InlinePanel("sources", heading=_("Sources"), label=_("Source")),
        MultiFieldPanel([FieldPanel("topic"), FieldPanel("format"), FieldPanel("tags"), FieldPanel("hero")]),
        MultiFieldPanel([FieldPanel("is_advertorial"), FieldPanel("sponsor_name")], heading=_("Advertorial")),
    ]
    search_fields = KimScopedPage.search_fields + [
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("kim_id"),
        index.FilterField("published_at"),
        index.FilterField("topic_id"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [
            models.Index(fields=["-published_at", "-page_ptr"], name="news_article_newest"),
            models.Index(fields=["kim", "-published_at"], name="news_article_of_kim"),
            models.Index(fields=["kim", "state"], name="news_article_desk"),
        ]

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """A revision as object; what belongs to the story as a whole stays as the row has it, like Wagtail's dates.

        So does the address: it froze, or changed when the story moved.
        """
        story = super().with_content_json({**content, "slug": self.slug})
        for name in ("published_at", "state", "state_since", "list_image_id"):
            setattr(story, name, getattr(self, name))
        return story

    @property
    def headline(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        super().clean()
        if self.pk and self.first_published_at:
            frozen = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first()
            if frozen and self.slug != frozen:
                raise ValidationError({"slug": _("The address of a published story never changes.")})
