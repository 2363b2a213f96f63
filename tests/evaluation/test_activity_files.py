"""Activity as a file: the numbers of the list, nothing that runs, nothing of other KIM."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import openpyxl
import pytest
from django.test import Client

from kim.models import KimGroup
from tests import builders
from tests.evaluation.corpus import day, make_corpus, overseer, own_days, today
from tests.isolation_world import make_world
from users.models import User

ClientFor = Callable[..., Client]
CSV, XLSX = "/ruang/aktivitas/ekspor.csv", "/ruang/aktivitas/ekspor.xlsx"
HEADS = [
    "KIM", "Desa atau kelurahan", "Kecamatan", "Berita", "Target", "Pekan yang berisi berita",
    "Pekan yang dihitung", "Jeda terlama (hari)", "Koreksi", "Dibaca", "Berita terakhir", "Hari sejak itu",
    "Judul berita terakhir",
]  # fmt: skip


def read_csv(client: Client, query: str = "") -> list[list[str]]:
    content = client.get(f"{CSV}?{query}").content
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(client: Client, query: str = "") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(client.get(f"{XLSX}?{query}").content))


def test_files_say_what_the_list_says(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    corpus = make_corpus(kim_a, ani, budi)
    client = client_for(overseer("eko", "assessor"))
    query = own_days(27)
    listed = client.get(f"/ruang/aktivitas/?{query}").context["page"].rows
    heads, *rows = read_csv(client, query)
    assert heads == HEADS
    assert [row[0] for row in rows] == [kim.name for kim in listed] == ["KIM Sumber Sari", "KIM Mangun Karya"]
    full = dict(zip(heads, rows[1], strict=True))
    assert (full["Berita"], full["Koreksi"], full["Dibaca"]) == ("5", "3", str(corpus.reads))
    assert (full["Berita terakhir"], full["Hari sejak itu"]) == (today().isoformat(), "0")
    assert (rows[0][3], rows[0][10:]) == ("0", ["", "", ""])


def test_workbook_holds_weeks_and_months_that_add_up(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    make_corpus(kim_a, ani, budi)
    book = read_xlsx(client_for(overseer("joko", "coach")), own_days(27))
    assert book.sheetnames == ["Aktivitas", "Per pekan", "Per bulan"]
    assert [cell.value for cell in book["Aktivitas"][1]] == HEADS
    for name in ("Per pekan", "Per bulan"):
        assert sum(cell.value for cell in book[name][2][1:]) == book["Aktivitas"]["D2"].value == 5


def test_file_is_named_after_its_period(kim_a: KimGroup, client_for: ClientFor) -> None:
    client = client_for(overseer("eko", "assessor"))
    for url, ending in ((CSV, "csv"), (XLSX, "xlsx")):
        named = client.get(f"{url}?{own_days(9, 3)}").headers["Content-Disposition"]
        assert named == f'attachment; filename="aktivitas-kim-{day(9)}-{day(3)}.{ending}"'


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)"])
@pytest.mark.django_db
def test_name_of_a_kim_never_runs(name: str, client_for: ClientFor) -> None:
    builders.make_kim(name)
    client = client_for(overseer("eko", "assessor"))
    assert read_csv(client)[1][0] == f"'{name}"
    cell = read_xlsx(client)["Aktivitas"]["A2"]
    assert (cell.value, cell.data_type) == (name, "s")


def test_members_get_the_file_of_their_own_kim_alone(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, client_for: ClientFor
) -> None:
    client = client_for(ani)
    assert [row[0] for row in read_csv(client)[1:]] == ["KIM Mangun Karya"]
    assert [row[0].value for row in read_xlsx(client)["Aktivitas"].iter_rows(min_row=2)] == [
        "KIM Mangun Karya"
    ]


@pytest.mark.parametrize("role", ["assessor", "coach", "office_admin", "citra"])
def test_no_file_holds_what_is_not_public(
    role: str, kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User, client_for: ClientFor
) -> None:
    world = make_world(kim_a, ani, budi)
    client = client_for(citra if role == "citra" else overseer("eko", role))
    cells = [str(cell.value) for sheet in read_xlsx(client) for row in sheet.iter_rows() for cell in row]
    assert not world.found_in("\n".join(cells))
    assert not world.found_in(client.get(CSV).content.decode())
    assert ("KIM Mangun Karya" in cells) == (role != "citra")
