"""What a KIM keeps about itself: decrees, work plan, awards, potentials, channels."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models.media import private_storage, random_document_name
from kim.models.groups import KimScoped


class Decree(KimScoped):
    class Issuer(models.TextChoices):
        VILLAGE = "village", _("Head of the village")
        DISTRICT = "district", _("Head of the district")
        OFFICE = "office", _("Office of communication")
        REGENT = "regent", _("Regent or mayor")

    number = models.CharField(_("number"), max_length=80)
    issued_on = models.DateField(_("date"))
    issuer = models.CharField(_("issued by"), max_length=10, choices=Issuer, default=Issuer.VILLAGE)
    issuer_name = models.CharField(_("name of the office that issued it"), max_length=120, blank=True)
    term_from = models.DateField(_("term from"), null=True, blank=True)
    term_until = models.DateField(_("term until"), null=True, blank=True)
    file = models.FileField(_("file"), upload_to=random_document_name, storage=private_storage, blank=True)

    class Meta:
        verbose_name = _("decree")
        verbose_name_plural = _("decrees")
        ordering = ["-issued_on"]

    def __str__(self) -> str:
        return self.number


class WorkPlan(KimScoped):
    year = models.PositiveSmallIntegerField(_("year"))
    note = models.CharField(_("note"), max_length=240, blank=True)

    class Meta:
        verbose_name = _("work plan")
        verbose_name_plural = _("work plans")
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["kim", "year"], name="kim_work_plan_once_a_year")]

    def __str__(self) -> str:
        return str(self.year)


class WorkPlanItem(KimScoped):
    plan = models.ForeignKey(WorkPlan, on_delete=models.CASCADE, related_name="items")
    title = models.CharField(_("activity"), max_length=160)
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    report = models.CharField(_("what came of it"), max_length=400, blank=True)

    class Meta:
        verbose_name = _("planned activity")
        verbose_name_plural = _("planned activities")
        ordering = ["month", "pk"]

    def __str__(self) -> str:
        return self.title


class Award(KimScoped):
    class Level(models.TextChoices):
        VILLAGE = "village", _("Village")
        DISTRICT = "district", _("District")
        REGENCY = "regency", _("Regency")
        PROVINCE = "province", _("Province")
        NATIONAL = "national", _("National")

    title = models.CharField(_("award"), max_length=160)
    year = models.PositiveSmallIntegerField(_("year"))
    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.REGENCY)
    giver = models.CharField(_("given by"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["-year", "pk"]

    def __str__(self) -> str:
        return self.title


class Potential(KimScoped):
    class Code(models.TextChoices):
        """The 14 codes; kim.rules.potentials puts them under five headings."""

        TOURISM = "pariwisata", _("Tourism")
        FARMING = "pertanian", _("Farming")
        PLANTATION = "perkebunan", _("Plantation")
        LIVESTOCK = "peternakan", _("Livestock")
        FISHERY = "perikanan", _("Fishery")
        FORESTRY = "kehutanan", _("Forestry")
        FOOD = "umkm_kuliner", _("Small business: food")
        CRAFT = "umkm_kerajinan", _("Small business: craft")
        SERVICES = "jasa", _("Services")
        ARTS = "seni_budaya", _("Arts and culture")
        LITERACY = "literasi", _("Literacy")
        TECHNOLOGY = "teknologi_informasi", _("Information technology")
        ENVIRONMENT = "lingkungan", _("Environment")
        OTHER = "lainnya", _("Other")

    code = models.CharField(_("potential"), max_length=20, choices=Code)
    is_main = models.BooleanField(_("main theme"), default=False)
    note = models.CharField(_("what there is"), max_length=240, blank=True)
    evidence = models.CharField(_("evidence"), max_length=240, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    class Meta:
        verbose_name = _("potential")
        verbose_name_plural = _("potentials")
        ordering = ["-is_main", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kim", "code"], name="kim_potential_once"),
            models.UniqueConstraint(
                fields=["kim"], condition=models.Q(is_main=True), name="kim_potential_one_main"
            ),
        ]

    def __str__(self) -> str:
        return self.get_code_display()


class Channel(KimScoped):
    class Kind(models.TextChoices):
        WHATSAPP = "whatsapp", _("WhatsApp group")
        FACEBOOK = "facebook", _("Facebook")
        INSTAGRAM = "instagram", _("Instagram")
        YOUTUBE = "youtube", _("YouTube")
        TIKTOK = "tiktok", _("TikTok")
        PODCAST = "podcast", _("Podcast")
        RADIO = "radio", _("Community radio")
        LOUDSPEAKER = "loudspeaker", _("Loudspeaker")
        NOTICE_BOARD = "notice_board", _("Notice board")

    OFFLINE_KINDS = frozenset({Kind.RADIO, Kind.LOUDSPEAKER, Kind.NOTICE_BOARD})

    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    url = models.URLField(_("address"), blank=True)
    place = models.CharField(_("place or frequency"), max_length=120, blank=True)
    reach = models.CharField(_("reach"), max_length=120, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_offline(self) -> bool:
        return self.kind in self.OFFLINE_KINDS
