"""People of a KIM: bylines and officers, with or without an account."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kim.models.groups import KimScoped


class Person(KimScoped):
    full_name = models.CharField(_("full name"), max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    bio = models.CharField(_("one sentence"), max_length=240, blank=True)
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Shown to readers beyond the byline only with the person's word.
    consents_to_show = models.BooleanField(_("agrees to be shown"), default=False)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["full_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["kim", "user"],
                condition=models.Q(user__isnull=False),
                name="kim_person_once_per_user",
            )
        ]

    def __str__(self) -> str:
        return self.full_name


class Officer(KimScoped):
    class Section(models.TextChoices):
        CHAIR = "chair", _("Chair")
        VICE_CHAIR = "vice_chair", _("Vice chair")
        SECRETARY = "secretary", _("Secretary")
        TREASURER = "treasurer", _("Treasurer")
        COLLECTING = "collecting", _("Collecting information")
        PROCESSING = "processing", _("Processing information")
        SPREADING = "spreading", _("Spreading information")
        MEMBER = "member", _("Member")

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="offices", verbose_name=_("person")
    )
    section = models.CharField(_("office"), max_length=12, choices=Section)
    term_from = models.DateField(_("from"), null=True, blank=True)
    term_until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("officer")
        verbose_name_plural = _("officers")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_section_display()}: {self.person}"
