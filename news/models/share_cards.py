"""The picture a shared link of a story carries, drawn when the story is published."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _


def card_name(instance: "ShareCard", filename: str) -> str:
    """A fresh random name each time: chats keep what an address once showed."""
    return f"images/{uuid4().hex[:2]}/{uuid4().hex}.jpg"


class ShareCard(models.Model):
    """`key` says what was drawn (headline, kicker, picture): the same key is never drawn twice."""

    article = models.OneToOneField("news.ArticlePage", on_delete=models.CASCADE, related_name="share_card")
    file = models.FileField(_("file"), upload_to=card_name)
    key = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("share card")
        verbose_name_plural = _("share cards")

    def __str__(self) -> str:
        return f"{self.article_id} {self.key}"
