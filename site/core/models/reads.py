"""How often a page was read on a day: a number and nothing about who read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageReads(models.Model):
    """`reads` grows by core.statistics.ReadCounter.flush alone. `page` is the number of a Wagtail page.

    No foreign key: what was read stays counted when the page is gone, and a flush never waits for a page's row.
    """

    page = models.PositiveBigIntegerField(_("page"))
    day = models.DateField(_("day"))
    reads = models.PositiveIntegerField(_("reads"), default=0)

    class Meta:
        verbose_name = _("reads of a page")
        verbose_name_plural = _("reads of pages")
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="core_reads_of_page_once_a_day")]
        indexes = [models.Index(fields=["day", "page"], name="core_reads_by_day")]

    def __str__(self) -> str:
        return f"{self.page} {self.day}: {self.reads}"
