"""Loads the whole demonstration network; a second run adds nothing."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from core.models import NetworkSettings
from core.models.media import ConsentState
from demo import sources
from demo.articles import make_story
from demo.groups import make_kim
from demo.people import make_accounts
from demo.reports import make_reports
from demo.scores import make_scores
from kim.models import KimGroup, RegencyPage, Region
from kim.services.groups import create_regency
from kim.services.regions import load_regions
from kim.services.standard_pages import ensure_standard_pages
from news import services
from news.models import ArticlePage, Format, Topic
from rubrics.models import ReasonCode
from users.models import User


def load(*, password: str, say: Callable[[str], Any], today: datetime.date | None = None) -> None:
    """Regions, 24 KIM, accounts, more than 60 published stories, and unfinished work for the rooms."""
    today = today or timezone.localdate()
    anchor = sources.anchor_day(today)
    with transaction.atomic():
        load_regions()
        regency = create_regency(region=Region.objects.get(code="64.09"), hostname="localhost", port=8000)
        _settings(regency)
        ensure_standard_pages(regency)
    rows = sources.kims()
    kims = {}
    for number, row in enumerate(rows, start=1):
        with transaction.atomic():
            kims[row["slug"]] = make_kim(row, today)
        if number % 8 == 0:
            say(f"  {number} dari {len(rows)} KIM")
    users = make_accounts(password)
    owners = _owners(users)
    stories = sources.stories()
    for number, story in enumerate(stories, start=1):
        with transaction.atomic():
            owner = owners.get((story["kim"], story["author"]))
            make_story(story, kim=kims[story["kim"]], owner=owner, anchor=anchor)
        if number % 20 == 0:
            say(f"  {number} dari {len(stories)} berita")
    with transaction.atomic():
        unfinished_work(users, kims["bangun-mulya"])
        make_reports(users, kims)
        make_scores(users, kims)


def _settings(regency: RegencyPage) -> None:
    site = Site.objects.get(root_page=regency)
    NetworkSettings.objects.update_or_create(
        site=site,
        defaults={
            "network_name": "Warta KIM",
            "region_name": "Penajam Paser Utara",
            "office_name": "Dinas Komunikasi dan Informatika (contoh)",
            "office_address": "Jalan Provinsi, Nipah-Nipah, Penajam (contoh)",
            "is_demo": True,
        },
    )


def _owners(users: dict[str, User]) -> dict[tuple[str, str], User]:
    """(KIM address, byline) → account, so that demo writers find their own stories in the room."""
    owners = {}
    for user in users.values():
        for membership in user.memberships.filter(kim__isnull=False).select_related("kim"):
            if membership.kim is not None:
                owners[(membership.kim.slug, user.full_name)] = user
    return owners


def unfinished_work(users: dict[str, User], kim: KimGroup) -> None:
    """A draft, a returned story and one that waits, so that no room of the demo is empty."""
    ani, budi = users["ani"], users["budi"]
    if ArticlePage.objects.filter(owner=ani, live=False).exists():
        return
    topic, berita = Topic.objects.get(slug="pertanian"), Format.objects.get(slug="berita")
    today = timezone.localdate()

    def draft(headline: str, lead: str, text: str, **fields: Any) -> ArticlePage:
        values = {
            "topic": topic,
            "format": berita,
            "event_date": today,
            "event_place": "Desa Bangun Mulya",
            **fields,
        }
        data = services.DraftInput(headline=headline, lead=lead, text=text, **values)
        return services.create_draft(kim=kim, user=ani, data=data)

    draft(
        "Bibit singkong gajah mulai dibagikan",
        "Kelompok tani Bangun Mulya mulai membagikan bibit singkong gajah kepada warga RT 04.",
        "Catatan: tanya Pak Sukirman berapa batang tiap keluarga, dan kapan tanam serentak.",
    )
    returned = draft(
        "Warga senang jalan tani diperbaiki",
        "Jalan tani di Bangun Mulya sudah diperbaiki dan warga senang sekali.",
        "Jalan tani yang dahulu berlubang sekarang sudah rata. Mobil pikap bisa lewat sampai ke ujung sawah. "
        "Warga berharap jalan ini awet dan dirawat bersama.",
    )
    services.submit(article=returned, user=ani)
    services.return_to_writer(
        article=returned,
        user=budi,
        reasons=ReasonCode.objects.filter(code__in=["teras", "sumber"]),
        note="Sudah bagus, Ani. Tolong tulis kapan dan siapa yang memperbaiki, lalu kutip satu warga yang memakai jalan itu.",
    )
    waiting = draft(
        "Ibu-ibu RT 07 Hidupkan Lagi Kebun Sayur di Belakang Balai Desa",
        "Sebelas ibu RT 07 Bangun Mulya menanam kangkung, bayam, dan cabai di kebun belakang balai desa, Kamis pagi.",
        "Kebun seluas dua ratus meter persegi itu sempat tertutup rumput sejak awal tahun. Para ibu membersihkannya "
        "bergantian selama tiga hari, lalu membuat delapan bedeng.\n\n"
        "> Hasilnya nanti untuk dapur posyandu. Kalau lebih, dijual murah di depan balai desa.\n> — Sumiati, warga RT 07\n\n"
        "Bibit berasal dari sisa semai kelompok tani. Air diambil dari sumur balai desa dengan izin pengurus. "
        "Menurut Sumiati, kangkung dapat dipetik dalam empat pekan karena tanahnya masih subur.\n\n"
        "Jadwal menyiram ditempel di papan pengumuman. Setiap regu beranggota tiga orang dan bertugas dua hari.",
        sources=(("Sumiati", "Warga RT 07, penggerak kebun"), ("Slamet Riyadi", "Kepala Dusun Makmur")),
        tags=("kebun sayur", "pekarangan"),
    )
    picture = sources.PICTURES / "kebun-b.jpg"
    if picture.exists():
        services.add_photo(
            article=waiting,
            user=ani,
            upload=io.BytesIO(picture.read_bytes()),
            filename="kebun.jpg",
            caption="Ibu-ibu RT 07 merawat bedeng sayur di belakang balai desa, Kamis pagi.",
            alt="Bedeng sayur di belakang rumah dirawat beberapa perempuan",
            credit="Ilustrasi: Ani Rahmawati",
            consent_state=ConsentState.NOT_NEEDED,
        )
    services.submit(article=waiting, user=ani)
