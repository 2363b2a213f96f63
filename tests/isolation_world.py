"""KIM A with secrets in everything that is not public, and the tools to see whether one of them got out."""

from __future__ import annotations

import datetime
import io
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from core.models import MediaImage, Notice
from kim.forms.sections import SECTIONS
from kim.models import (
    Award,
    Channel,
    Decree,
    Invitation,
    KimGroup,
    Officer,
    Person,
    Potential,
    WorkPlan,
    WorkPlanItem,
)
from kim.services import invitations
from news import services
from news.models import ArticlePage
from rubrics import services as engine
from rubrics.models import ReasonCode, Rubric
from tests import builders
from tests.rubrics.marks import fill
from users.models import User

# What every request may touch: the visitor's own session, and the memory of the visitor's own posts.
OWN_TABLES = frozenset({"django_session", "usersessions_usersession", "core_handledpost"})
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "TRUNCATE", "CREATE", "DROP", "ALTER")
Dump = dict[str, set[tuple[Any, ...]]]


@dataclass
class World:
    """`canary` stands in every text of KIM A that readers and other KIM must not see."""

    canary: str
    kim: KimGroup
    stories: dict[str, ArticlePage]
    block: str
    rows: dict[str, int]
    membership: int
    invitation: int
    token: str
    person: Person
    secret_image: MediaImage
    notice: int
    report: int
    sheets: dict[str, int]
    public: ArticlePage = field(repr=False)

    def found_in(self, text: str) -> bool:
        return self.canary in text


def make_world(kim: KimGroup, ani: User, budi: User) -> World:
    """Stories in every hidden state, a photo, a member, an invitation and one row of each section."""
    canary = f"kenari{secrets.token_hex(12)}"
    KimGroup.objects.filter(pk=kim.pk).update(whatsapp="6281250000099")
    public = builders.make_article(kim, ani, headline="Kabar terbuka dari Bangun Mulya hari ini")
    stories = {
        "draft": _secret_draft(kim, ani, canary, "Naskah"),
        "waiting": services.submit(article=_secret_draft(kim, ani, canary, "Antre"), user=ani),
        "returned": _returned(kim, ani, budi, canary),
        "scheduled": _scheduled(kim, ani, budi, canary),
    }
    _article, image = services.add_photo(
        article=stories["draft"],
        user=ani,
        upload=io.BytesIO(builders.jpeg_bytes()),
        filename=f"{canary}.jpg",
        caption=f"Keterangan {canary}",
        alt=f"Isi {canary}",
        credit=f"Foto {canary}",
        consent_state="given",
        consent_note=f"Warga {canary}",
    )
    draft = ArticlePage.objects.get(pk=stories["draft"].pk)
    block = next(
        row["id"] for row in draft.get_latest_revision_as_object().body.raw_data if row["type"] == "photo"
    )
    hidden = builders.make_user("hasan", f"Hasan {canary}", phone="+6281250000077")
    membership = builders.join(hidden, "writer", kim=kim)
    link = invitations.invite(kim=kim, by=budi, full_name=f"Sari {canary}", role="writer")
    Notice.objects.create(
        recipient=ani, text=f"Pesan {canary}", url=f"/ruang/tulis/{draft.pk}/", key=f"rahasia-{canary}"
    )
    return World(
        canary=canary,
        kim=kim,
        stories=stories,
        block=block,
        rows=_rows(kim, canary),
        membership=membership.pk,
        invitation=Invitation.objects.get(kim=kim).pk,
        token=link.url.rstrip("/").rpartition("/")[2],
        person=Person.objects.get(user=hidden),
        secret_image=image,
        notice=Notice.objects.get(recipient=ani, key=f"rahasia-{canary}").pk,
        report=services.receive_report(
            page=public,
            kim=kim,
            kind="fakta",
            text=f"Laporan {canary}",
            reporter_name=f"Pelapor {canary}",
            contact=f"{canary}@contoh.id",
        ).pk,
        sheets=_marks(public, canary),
        public=public,
    )


def _marks(story: ArticlePage, canary: str) -> dict[str, int]:
    """A released sheet with everything on it, one that waits for a coach, and a draft: number by state."""
    from kim.models import Region

    made = {}
    for state in ("released", "submitted", "draft"):
        marker = builders.make_user(f"penilai-{state}", f"Penilai {canary}")
        builders.join(marker, "assessor", region=Region.objects.get(code="64"))
        Rubric.objects.filter(code="artikel").update(release_by="coach" if state == "submitted" else "marker")
        sheet = fill(engine.open_sheet(work=story, user=marker, rubric="artikel"), marker, "444444440")
        engine.note_paragraph(
            sheet=sheet, user=marker, place="teras", quote=canary, text=f"Catatan {canary}", reason="teras"
        )
        engine.judge(
            sheet=sheet, user=marker, violated=["salin"], praise=f"Pujian {canary}", note=f"Nota {canary}"
        )
        if state != "draft":
            engine.finish(sheet=sheet, user=marker)
        if state == "released":
            engine.change_released(
                sheet=sheet,
                user=marker,
                marks={"W2": (0, ["judul"])},
                violated=[],
                praise=f"Pujian {canary}",
                note=f"Nota {canary}",
                reason=f"Alasan {canary}",
            )
        made[state] = sheet.pk
    return made


def _secret_draft(kim: KimGroup, owner: User, canary: str, word: str) -> ArticlePage:
    return builders.make_draft(
        kim,
        owner,
        headline=f"{word} {canary} belum terbit",
        lead=f"Teras {canary} yang belum boleh dibaca orang lain di luar KIM.",
        text=f"Isi {canary}.\n\n{builders.LONG_TEXT}",
        event_place=f"Tempat {canary}",
        tags=(f"tag {canary}",),
        sources=((f"Narasumber {canary}", "Warga"),),
    )


def _returned(kim: KimGroup, ani: User, budi: User, canary: str) -> ArticlePage:
    article = services.submit(article=_secret_draft(kim, ani, canary, "Kembali"), user=ani)
    services.return_to_writer(
        article=article, user=budi, reasons=list(ReasonCode.objects.all()[:1]), note=f"Catatan {canary}"
    )
    return article


def _scheduled(kim: KimGroup, ani: User, budi: User, canary: str) -> ArticlePage:
    article = services.submit(article=_secret_draft(kim, ani, canary, "Jadwal"), user=ani)
    return services.schedule(article=article, user=budi, at=timezone.now() + datetime.timedelta(days=1))


def _rows(kim: KimGroup, canary: str) -> dict[str, int]:
    """One row for each section's path; what readers see of the same lists carries no canary."""
    person = Person.objects.create(
        kim=kim, full_name=f"Warga {canary}", slug=f"warga-{canary}", bio=f"Petani {canary}"
    )
    plan = WorkPlan.objects.create(kim=kim, year=2026, note=f"Tahun {canary}")
    decree = Decree(
        kim=kim, number=f"SK {canary}", issued_on=datetime.date(2024, 3, 5), issuer_name=canary[:100]
    )
    decree.file.save("sk.pdf", ContentFile(f"%PDF-1.4 {canary}".encode()))
    made = {
        "orang": person,
        "pengurus": Officer.objects.create(kim=kim, person=person, section="chair"),
        "sk": decree,
        "rencana": WorkPlanItem.objects.create(kim=kim, plan=plan, title=f"Kegiatan {canary}", report=canary),
        "rencana-tahunan": plan,
        "potensi": Potential.objects.create(
            kim=kim, code="pertanian", note=f"Sawah {canary}", evidence=canary
        ),
        "saluran": Channel.objects.create(kim=kim, kind="radio", name=f"FM {canary}", is_active=False),
        "penghargaan": Award.objects.create(kim=kim, title=f"Juara {canary}", year=2025, giver=canary),
    }
    assert set(made) == {section.path for section in SECTIONS}
    return {path: row.pk for path, row in made.items()}


# --- addresses ---------------------------------------------------------------


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """(address as it stands in the code, pattern) of everything but the Wagtail admin's own screens."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        text = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield text, entry
        elif text != "admin/":
            yield from routes(entry.url_patterns, text)


# --- what came out -----------------------------------------------------------


def everything_said(response: Any) -> str:
    """Body, headers, cookies and flash messages of an answer as one text."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if response.streaming:
        response.close()
    parts = [body.decode("utf-8", "replace"), *(f"{name}: {value}" for name, value in response.items())]
    parts += [morsel.OutputString() for morsel in response.cookies.values()]
    parts += [str(message) for message in get_messages(response.wsgi_request)]
    return "\n".join(parts)


def changed_tables(queries: list[dict[str, str]]) -> bool:
    """Whether a statement among the captured ones writes anything but the visitor's own session."""
    return any(
        sql.lstrip().upper().startswith(WRITES) and not any(f'"{table}"' in sql[:60] for table in OWN_TABLES)
        for sql in (
            query["sql"] or "" for query in queries
        )  # none is kept of one that could not be written down
    )


def dump() -> Dump:
    """Every row of every table of our models, the visitor's own session aside."""
    content: Dump = {}
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if table in OWN_TABLES or table not in tables or table in content:
                continue
            # A page counts its children; what matters of a new child is the child itself.
            columns = [
                field.column for field in model._meta.local_concrete_fields if field.column != "numchild"
            ]
            listed = ", ".join(map(connection.ops.quote_name, columns))
            cursor.execute(f"SELECT {listed} FROM {connection.ops.quote_name(table)}")  # noqa: S608 our models
            content[table] = {tuple(map(repr, row)) for row in cursor.fetchall()}
    return content


def lost_rows(before: Dump, after: Dump, *, owned_by: int | None = None) -> dict[str, set[tuple[Any, ...]]]:
    """Rows that were there and are so no more; a person's own account row may change."""
    lost = {table: rows - after.get(table, set()) for table, rows in before.items()}
    if owned_by is not None:
        lost["users_user"] = {row for row in lost.get("users_user", set()) if row[0] != repr(owned_by)}
    return {table: rows for table, rows in lost.items() if rows}
