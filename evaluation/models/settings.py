"""What an office expects of every KIM of its network."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="tasks")
class EvaluationSettings(BaseSiteSetting):
    # Indicator C1 of the instrument: how often a KIM publishes.
    stories_per_month = models.PositiveSmallIntegerField(
        _("stories a KIM should publish in a month"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("The target line in the charts of activity. Shorter periods count by their days."),
    )

    class Meta:
        verbose_name = _("evaluation settings")
