"""Numbers of published stories by day, and what lists and numbers were last told of a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kim.models import KimScoped


class DailyStories(KimScoped):
    """How many public stories of a KIM first appeared on a day, in all and by topic, format and writer.

    Written by news.services.statistics.recount_day alone, in the transaction that publishes or withdraws; the
    nightly check counts everything anew. `value` is the number of the topic, format or person, 0 for all.
    A story of two writers counts once for each of them and once for its KIM. Days are those of the site's clock.
    """

    class Dimension(models.TextChoices):
        ALL = "all", _("All stories")
        TOPIC = "topic", _("Topic")
        FORMAT = "format", _("Format")
        WRITER = "writer", _("Writer")

    day = models.DateField(_("day"))
    dimension = models.CharField(_("by"), max_length=6, choices=Dimension)
    value = models.PositiveBigIntegerField(_("value"), default=0)
    stories = models.PositiveIntegerField(_("stories"))

    class Meta:
        verbose_name = _("stories of a day")
        verbose_name_plural = _("stories by day")
        constraints = [
            models.UniqueConstraint(
                fields=["kim", "day", "dimension", "value"], name="news_daily_stories_once"
            )
        ]
        indexes = [
            models.Index(fields=["dimension", "day", "kim"], name="news_daily_by_day"),
            models.Index(fields=["dimension", "value", "day"], name="news_daily_by_value"),
        ]

    def __str__(self) -> str:
        return f"{self.kim_id} {self.day} {self.dimension} {self.value}: {self.stories}"


class ArticleFootprint(models.Model):
    """Where a public story stands: `facts` as news.rules.footprint.Footprint, from its last publication.

    Written by news.services.footprint.refresh_footprint alone. No row: the story is not public.
    """

    article = models.OneToOneField("news.ArticlePage", on_delete=models.CASCADE, related_name="footprint")
    facts = models.JSONField()

    def __str__(self) -> str:
        return str(self.article_id)
