"""Named values of news."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a story is; each kind has its own prompts and checklist (news.rules)."""

    KEGIATAN = "kegiatan", _("Activity")
    PROFIL = "profil", _("Profile")
    LAYANAN = "layanan", _("Public service")
    UMKM = "umkm", _("Small business")
    DARURAT = "darurat", _("Emergency")
    PENGUMUMAN = "pengumuman", _("Announcement")
