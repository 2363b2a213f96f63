"""What an office sets for its whole network."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from core.cache_keys import depends_on


@register_setting(icon="site")
class NetworkSettings(BaseSiteSetting):
    class KimMeaning(models.TextChoices):
        # Renamed nationally in 2022, yet both names are in use: the office decides what its pages say.
        KELOMPOK = "Kelompok Informasi Masyarakat", "Kelompok Informasi Masyarakat"
        KOMUNITAS = "Komunitas Informasi Masyarakat", "Komunitas Informasi Masyarakat"

    network_name = models.CharField(_("name of the network"), max_length=60, default="Warta KIM")
    region_name = models.CharField(_("region"), max_length=80, default="Penajam Paser Utara")
    kim_meaning = models.CharField(
        _("what KIM stands for"), max_length=40, choices=KimMeaning, default=KimMeaning.KOMUNITAS
    )
    office_name = models.CharField(_("name of the office"), max_length=160, blank=True)
    office_address = models.CharField(_("address of the office"), max_length=240, blank=True)
    office_phone = models.CharField(_("telephone of the office"), max_length=40, blank=True)
    tagline = models.CharField(
        _("line under the name"), max_length=120, default="Kabar dari desa, ditulis warganya sendiri"
    )
    is_demo = models.BooleanField(_("this is a demonstration with invented people"), default=False)

    class Meta:
        verbose_name = _("network settings")

    @classmethod
    def for_request(cls, request: HttpRequest) -> "NetworkSettings":
        """The settings of the Site that answers; what is rendered with them depends on them."""
        depends_on("settings")
        row: NetworkSettings = super().for_request(request)
        return row
