"""Plain builders of test data; each returns what it made."""

from __future__ import annotations

import datetime
import io
import itertools
from typing import Any

from django.utils import timezone
from PIL import Image

from core.models import MediaImage
from kim.models import KimGroup, Membership, Person, RegencyPage, Region
from kim.services.groups import create_kim, create_regency
from news import services
from news.models import ArticlePage, Format, Topic
from users.models import User

PASSWORD = "sandi-uji-coba-2026"
_numbers = itertools.count(1)

REGIONS = [
    ("64", "Kalimantan Timur", "province", ""),
    ("64.09", "Penajam Paser Utara", "regency", "64"),
    ("64.09.01", "Penajam", "district", "64.09"),
    ("64.09.02", "Waru", "district", "64.09"),
    ("64.09.03", "Babulu", "district", "64.09"),
]
LONG_TEXT = "\n\n".join(
    f"Paragraf ke-{number} bercerita tentang panen padi warga Bangun Mulya yang berlangsung sejak pagi. "
    "Sebanyak dua puluh petani bekerja bersama karena hujan diperkirakan turun pada sore hari."
    for number in range(1, 5)
)


def make_region(code: str, name: str, kind: str = "desa") -> Region:
    parent = Region.objects.filter(code=code.rpartition(".")[0]).first()
    region, _created = Region.objects.get_or_create(
        code=code, defaults={"name": name, "kind": kind, "parent": parent}
    )
    return region


def make_regency() -> RegencyPage:
    """The regency front with its Site; regions down to three districts."""
    for code, name, kind, _parent in REGIONS:
        make_region(code, name, kind)
    return create_regency(region=Region.objects.get(code="64.09"), hostname="testserver", port=80)


def make_kim(
    name: str = "KIM Uji", *, code: str = "", village: str = "", slug: str = "", **fields: Any
) -> KimGroup:
    """A KIM with its pages; the regency is made when it is missing."""
    make_regency()
    number = next(_numbers)
    code = code or f"64.09.02.2{number:03d}"
    region = make_region(code, village or f"Desa Uji {number}")
    kim = create_kim(region_code=region.code, name=name, slug=slug).kim
    for key, value in fields.items():
        setattr(kim, key, value)
    if fields:
        kim.save()
    return kim


def make_user(username: str, full_name: str = "", *, phone: str | None = None, **fields: Any) -> User:
    user = User(username=username, full_name=full_name or username.capitalize(), phone=phone, **fields)
    user.set_password(PASSWORD)
    user.save()
    return user


def join(user: User, role: str, *, kim: KimGroup | None = None, region: Region | None = None) -> Membership:
    """A membership that is active now; a person row stands beside it in a KIM."""
    membership = Membership.objects.create(user=user, role=role, kim=kim, region=region)
    user.__dict__.pop("_kim_scopes", None)
    if kim is not None:
        Person.objects.get_or_create(
            kim=kim, user=user, defaults={"full_name": user.full_name, "slug": f"{user.username}-{kim.pk}"}
        )
    return membership


def draft_input(
    headline: str = "Panen padi di Blok C Bangun Mulya selesai", **fields: Any
) -> services.DraftInput:
    """What a good writer sends."""
    values: dict[str, Any] = {
        "headline": headline,
        "lead": "Dua puluh petani Bangun Mulya memanen padi di Blok C, Sabtu pagi.",
        "text": LONG_TEXT,
        "kind": "kegiatan",
        "event_date": datetime.date(2026, 11, 21),
        "event_place": "Blok C Bangun Mulya",
        "topic": Topic.objects.get_or_create(slug="pertanian", defaults={"name": "Pertanian"})[0],
        "format": Format.objects.get_or_create(slug="berita", defaults={"name": "Berita"})[0],
        "tags": ("panen raya",),
        "sources": (("Sukirman", "Ketua kelompok tani"),),
    }
    return services.DraftInput(**{**values, **fields})


def make_draft(kim: KimGroup, owner: User, **fields: Any) -> ArticlePage:
    return services.create_draft(kim=kim, user=owner, data=draft_input(**fields))


def make_article(kim: KimGroup, owner: User, *, days_ago: float = 0, **fields: Any) -> ArticlePage:
    """A published story; `days_ago` moves its publication back."""
    article = make_draft(kim, owner, **fields)
    publisher = owner
    if kim.review_policy != KimGroup.ReviewPolicy.SELF_PUBLISH:
        publisher = next(iter(services.reviewers_of(kim)), owner)
    article = services.publish(article=article, user=publisher)
    if days_ago:
        moment = timezone.now() - datetime.timedelta(days=days_ago)
        ArticlePage.objects.filter(pk=article.pk).update(published_at=moment, first_published_at=moment)
        services.refresh_footprint(article.pk)
        article.refresh_from_db()
    return article


def jpeg_bytes(width: int = 800, height: int = 600, colour: tuple[int, int, int] = (60, 120, 80)) -> bytes:
    """A small plain JPEG; tests/photos.py has the real phone photos."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, "JPEG")
    return stream.getvalue()


def make_image(kim: KimGroup, user: User | None = None, **fields: Any) -> MediaImage:
    from core import media_services

    values: dict[str, Any] = {
        "alt": "Petani memanen padi",
        "credit": "Ani Rahmawati",
        "consent_state": "not_needed",
        "title": "Panen",
    }
    return media_services.add_image(
        collection=kim.collection,
        upload=io.BytesIO(jpeg_bytes()),
        filename="panen.jpg",
        uploaded_by=user,
        **{**values, **fields},
    )
