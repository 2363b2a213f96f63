"""The KIM group: the tenant. Everything a KIM owns carries its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from core.models import BasePage
from kim.models.regions import Region
from kim.permissions import scopes_of
from users.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from users.models import User


def scope_filter(user: Any, roles: Iterable[str], prefix: str = "") -> models.Q:
    """Rows whose KIM lies in the scope of one of this user's memberships in `roles`.

    `prefix` is the path from the row to its KIM ("kim__" for most, "" for KimGroup itself).
    """
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return models.Q(pk__in=[])
    wanted = frozenset(roles)
    condition = models.Q(pk__in=[])
    kim_ids = {scope.kim_id for scope in scopes_of(user) if scope.role in wanted and scope.kim_id}
    if kim_ids:
        condition |= models.Q(**{f"{prefix}pk__in" if prefix else "pk__in": kim_ids})
    for code in {
        scope.region_code for scope in scopes_of(user) if scope.role in wanted and scope.region_code
    }:
        condition |= models.Q(**{f"{prefix}village__code": code})
        condition |= models.Q(**{f"{prefix}village__code__startswith": f"{code}."})
    return condition


class KimGroupQuerySet(models.QuerySet["KimGroup"]):
    def for_user(self, user: User | Any, roles: Iterable[str] = tuple(Role.values)) -> KimGroupQuerySet:
        """KIM in which this user holds one of these roles (through a KIM or a region)."""
        return self.filter(scope_filter(user, roles))

    def active(self) -> KimGroupQuerySet:
        return self.filter(status=KimGroup.Status.ACTIVE)


class KimGroup(models.Model):
    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")

    class ReviewPolicy(models.TextChoices):
        SELF_PUBLISH = "self_publish", _("Writers publish by themselves")
        KIM_EDITOR = "kim_editor", _("An editor of the KIM reads first")
        OFFICE = "office", _("The office reads first")

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=50, unique=True)
    village = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="kim_groups", verbose_name=_("village")
    )
    collection = models.OneToOneField(
        Collection, on_delete=models.PROTECT, related_name="kim", editable=False
    )
    kim_id_number = models.CharField(_("KIM.ID number"), max_length=40, blank=True)
    founded_year = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    tagline = models.CharField(_("in two lines"), max_length=160, blank=True)
    about = models.TextField(_("about us"), max_length=1200, blank=True)
    address = models.CharField(_("address"), max_length=240, blank=True)
    whatsapp = models.CharField(_("WhatsApp number"), max_length=16, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.ACTIVE)
    review_policy = models.CharField(
        _("who reads before publication"),
        max_length=12,
        choices=ReviewPolicy,
        default=ReviewPolicy.KIM_EDITOR,
    )
    # One of the eight checked colour pairs (class kim-hue-1 … kim-hue-8).
    hue = models.PositiveSmallIntegerField(_("colour"), default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = KimGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("KIM")
        verbose_name_plural = _("KIM")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class KimScopedQuerySet(models.QuerySet[Any]):
    """Rows of a KIM: `for_user` is the only way by which rooms reach them."""

    def for_user(self, user: User | Any, roles: Iterable[str] = tuple(Role.values)) -> KimScopedQuerySet:
        return self.filter(scope_filter(user, roles, "kim__"))


class KimScoped(models.Model):
    """Abstract base of every row that belongs to one KIM."""

    kim = models.ForeignKey(KimGroup, on_delete=models.CASCADE, related_name="%(class)ss", editable=False)

    objects = KimScopedQuerySet.as_manager()

    class Meta:
        abstract = True


class KimScopedPage(BasePage):
    """Abstract base of page types inside a KIM; `kim` is set from the tree when the page is saved."""

    kim = models.ForeignKey(
        KimGroup, on_delete=models.PROTECT, related_name="%(app_label)s_%(class)ss", editable=False
    )

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.set_kim_from_tree()
        super().full_clean(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """The KIM comes from the place in the tree: an older revision never brings an older one back."""
        return super().with_content_json({**content, "kim": self.kim_id})

    def set_kim_from_tree(self) -> None:
        """Takes the key from the KimPage above; a page outside a KIM keeps what it has."""
        if getattr(self, "kim_id", None) is None and self.path:
            from kim.models.pages import KimPage

            steps = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
            home = KimPage.objects.filter(path__in=steps).only("kim_id").first()
            if home is not None:
                self.kim_id = home.kim_id
