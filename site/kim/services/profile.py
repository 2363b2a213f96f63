"""Acts on what a KIM keeps about itself: its page, its cover picture, its rows. Each is logged as kim.change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from core import media_services
from core.models import Consent, MediaImage
from kim.models import Decree, KimGroup, KimPage, KimScoped, Person, Potential, WorkPlan, WorkPlanItem
from kim.services.invitations import free_person_slug
from users.models import User


class RowInUse(Exception):
    """Other rows hang on this one; it cannot be deleted before them."""


@transaction.atomic
def save_profile(*, kim: KimGroup, by: User, changed: Iterable[str]) -> None:
    """Stores the named fields of a KIM; nothing changed means nothing written."""
    fields = sorted(changed)
    if fields:
        kim.save(update_fields=fields)
        _log(kim, by, section="profile", act="change", fields=fields)


@transaction.atomic
def set_cover(
    *,
    kim: KimGroup,
    by: User,
    upload: BinaryIO,
    filename: str,
    alt: str,
    credit: str,
    consent_state: str,
    consent_note: str,
) -> MediaImage:
    """Takes in a photo and makes it the cover of the KIM's home. Raises core.imaging.ImageRefused."""
    image = media_services.add_image(
        collection=kim.collection,
        upload=upload,
        filename=filename,
        uploaded_by=by,
        title=kim.name,
        alt=alt,
        credit=credit,
        consent_state=consent_state,
        consent_note=consent_note,
    )
    update_page(kim=kim, by=by, cover=image)
    _log(kim, by, section="cover", act="change")
    return image


@transaction.atomic
def remove_cover(*, kim: KimGroup, by: User) -> None:
    """The home stands without a picture; the picture itself stays among the media. Twice changes nothing."""
    if kim.page.cover_id is not None:
        update_page(kim=kim, by=by, cover=None)
        _log(kim, by, section="cover", act="delete")


def update_page(*, kim: KimGroup, by: User, **values: Any) -> None:
    """Publishes values of the KIM's home at once; an open draft of the office gets them too and stays a draft."""
    page = KimPage.objects.get(kim=kim)
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    for target in filter(None, (page, draft)):
        for name, value in values.items():
            setattr(target, name, value)
    page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    if draft is not None:
        draft.save_revision(user=by)


@transaction.atomic
def save_row(
    *, row: KimScoped, by: User, section: str, changed: Iterable[str], year: int | None = None
) -> None:
    """Stores a new or changed row of a KIM. `year` is the plan to which a planned activity belongs."""
    is_new = row.pk is None
    fields = sorted(changed)
    if not is_new and not fields:
        return
    if isinstance(row, WorkPlanItem) and year is not None:
        row.plan, _created = WorkPlan.objects.get_or_create(kim=row.kim, year=year)
    prepare = _PREPARE.get(type(row))
    if prepare is not None:
        prepare(row, by)
    row.save()
    _log(row.kim, by, section=section, act="add" if is_new else "change", row=row.pk, fields=fields)


@transaction.atomic
def delete_row(*, row: KimScoped, by: User, section: str) -> None:
    """Deletes a row of a KIM and its file. Raises RowInUse when others hang on it."""
    if is_in_use(row):
        raise RowInUse
    _log(row.kim, by, section=section, act="delete", row=row.pk)
    if isinstance(row, Decree):
        _forget_file(row.file.name)
    row.delete()


def is_in_use(row: KimScoped) -> bool:
    """Whether other rows (of whatever app) refer to this one, or an account stands behind it."""
    if isinstance(row, Person) and row.user_id is not None:
        return True
    relations = [relation for relation in row._meta.related_objects if relation.field.model._meta.managed]
    return any(
        relation.related_model._default_manager.filter(**{relation.field.name: row.pk}).exists()
        for relation in relations
    )


def _keep_one_main(row: Potential, by: User) -> None:
    if row.is_main:
        Potential.objects.filter(kim=row.kim, is_main=True).exclude(pk=row.pk).update(is_main=False)


def _prepare_person(row: Person, by: User) -> None:
    """Gives a new person an address and writes the consent ledger when the answer changed."""
    before = Person.objects.filter(pk=row.pk).values_list("consents_to_show", flat=True).first()
    row.slug = row.slug or free_person_slug(row.full_name)
    if row.consents_to_show and not before:
        Consent.objects.create(
            collection=row.kim.collection, subject=row.full_name, purpose=Consent.Purpose.NAME, recorded_by=by
        )
    elif before and not row.consents_to_show:
        Consent.objects.filter(
            collection=row.kim.collection,
            subject=row.full_name,
            purpose=Consent.Purpose.NAME,
            withdrawn_at__isnull=True,
        ).update(withdrawn_at=timezone.now())


def _prepare_decree(row: Decree, by: User) -> None:
    """A new file gets a name of ours and the one it replaces goes."""
    if row.file and not row.file._committed:  # type: ignore[attr-defined]
        row.file.name = "sk.pdf"
        before = Decree.objects.filter(pk=row.pk).values_list("file", flat=True).first()
        _forget_file(before)


def _forget_file(name: str | None) -> None:
    if name:
        storage = Decree._meta.get_field("file").storage
        transaction.on_commit(lambda: storage.delete(name))


def _log(kim: KimGroup, by: User, *, section: str, act: str, **details: Any) -> None:
    log(
        instance=kim,
        action="kim.change",
        user=by,
        data={"kim": kim.pk, "section": section, "act": act, **details},
    )


_PREPARE: dict[type[KimScoped], Callable[[Any, User], None]] = {
    Decree: _prepare_decree,
    Person: _prepare_person,
    Potential: _keep_one_main,
}
