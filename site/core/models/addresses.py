"""Addresses that were public once and stand for something else, or for nothing, today."""

from django.db import models
from wagtail.models import Page


class FormerAddress(models.Model):
    """One old address, or the beginning of many: what lies below goes along with it.

    It leads to the present address of `target_page`, or to `target_path` where no page of the tree answers (topics,
    people). With neither, what stood here is gone: so a deleted page turns its own former addresses into gone ones.
    """

    # Number of the root page of the Site, whose hosts may change; 0 = on every Site (lists of the whole network).
    root = models.PositiveBigIntegerField()
    path = models.CharField(max_length=800)
    target_page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    target_path = models.CharField(max_length=800, blank=True)
    since = models.DateTimeField(auto_now_add=True)

    # A former address is no use of the page: the admin would count it before a deletion.
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["root", "path"], name="core_former_address_once")]

    def __str__(self) -> str:
        return self.path

    @property
    def is_gone(self) -> bool:
        return self.target_page_id is None and not self.target_path
