"""The room of a KIM's own data: doors, landing page, profile, cover picture."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.rooms import places_of, todos_of
from kim.forms.sections import SECTIONS
from kim.models import Award, Channel, Decree, KimGroup, Officer, Person, Potential, WorkPlan, WorkPlanItem
from kim.rules.completeness import Facts, check
from kim.selectors.rooms import overview_of
from kim.selectors.wording import HEADING_WORDS, MISSING, NEXT, missing_in_words
from tests import builders
from users.models import User

A = "/ruang/kim/bangun-mulya/"
PATHS = [
    "",
    "profil/",
    "sampul/",
    *(f"{section.path}/{end}" for section in SECTIONS for end in ("", "baru/")),
]
TODAY = datetime.date(2026, 11, 24)
ClientFor = Callable[..., Client]


def fill(kim: KimGroup) -> None:
    """Everything that counts, once."""
    for name, value in {
        "tagline": "a",
        "about": "b",
        "address": "c",
        "whatsapp": "62812",
        "kim_id_number": "1",
    }.items():
        setattr(kim, name, value)
    kim.founded_year = 2016
    kim.save()
    kim.page.cover = builders.make_image(kim)
    kim.page.save()
    person = Person.objects.create(kim=kim, full_name="Sri", slug=f"sri-{kim.pk}")
    for section in ("chair", "secretary", "treasurer", "collecting", "processing", "spreading"):
        Officer.objects.create(kim=kim, person=person, section=section)
    Decree.objects.create(kim=kim, number="1", issued_on=TODAY, file="documents/x.pdf")
    plan = WorkPlan.objects.create(kim=kim, year=TODAY.year)
    WorkPlanItem.objects.create(kim=kim, plan=plan, title="Latihan")
    Potential.objects.create(kim=kim, code="pertanian", is_main=True)
    Channel.objects.create(kim=kim, kind="notice_board", name="Papan")


# Doors


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("persona", "status"), [("ani", 404), ("budi", 200), ("citra", 404), ("gita", 200), ("joko", 404)]
)
def test_rooms_of_kim_a_open_for_chair_and_office(
    request: Any, client_for: ClientFor, kim_a: KimGroup, path: str, persona: str, status: int
) -> None:
    if persona == "joko":
        user = builders.make_user("joko")
        builders.join(user, "coach", region=kim_a.village.parent)
    else:
        user = request.getfixturevalue(persona)
    assert client_for(user).get(A + path).status_code == status


@pytest.mark.parametrize("path", PATHS)
def test_rooms_ask_strangers_to_sign_in(client_for: ClientFor, kim_a: KimGroup, path: str) -> None:
    response = client_for().get(A + path)
    assert (response.status_code, response.url) == (302, f"/masuk/?next={A}{path}")


@pytest.mark.parametrize("path", ["", "profil/", "sampul/", "pengurus/", "pengurus/baru/"])
def test_rooms_of_an_unknown_kim_are_not_there(client_for: ClientFor, gita: User, path: str) -> None:
    assert client_for(gita).get(f"/ruang/kim/tidak-ada/{path}").status_code == 404


def test_places_lead_on_when_there_is_one(client_for: ClientFor, budi: User) -> None:
    response = client_for(budi).get("/ruang/kim/")
    assert (response.status_code, response.url) == (302, A)


def test_places_let_the_office_choose(client_for: ClientFor, gita: User, kim_b: KimGroup) -> None:
    response = client_for(gita).get("/ruang/kim/")
    assert (response.status_code, [kim.slug for kim in response.context["kims"]]) == (
        200,
        ["bangun-mulya", "sumber-sari"],
    )


@pytest.mark.parametrize("persona", ["ani", "citra"])
def test_places_are_not_there_for_others(request: Any, client_for: ClientFor, persona: str) -> None:
    assert client_for(request.getfixturevalue(persona)).get("/ruang/kim/").status_code == 404


def test_places_of_the_bottom_bar(ani: User, budi: User, citra: User, gita: User) -> None:
    own = {"office", "kim", "members"}
    from core.rooms import all_places_of

    names = {
        user.username: [p.name for p in all_places_of(user) if p.name in own]
        for user in (ani, budi, citra, gita)
    }
    assert names == {
        "ani": [],
        "budi": ["kim", "members"],
        "citra": ["members"],
        "gita": ["office", "kim", "members"],
    }
    assert [len(places_of(user)) <= 4 for user in (ani, budi, citra, gita)] == [True] * 4


# Landing page


def test_landing_page_of_an_empty_kim_says_what_is_missing(client_for: ClientFor, budi: User) -> None:
    response = client_for(budi).get(A)
    overview = response.context["overview"]
    assert (overview.done, response.context["total"]) == (0, 12)
    assert response.context["next"]["url"] == f"{A}profil/"
    assert [row.is_optional for row in response.context["rows"] if not row.missing] == [True]
    assert response.content.decode().count('class="row"') == 8


def test_landing_page_of_a_whole_kim_asks_for_nothing(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    fill(kim_a)
    overview = overview_of(kim_a, TODAY)
    assert (overview.done, overview.next) == (12, None)
    response = client_for(budi).get(A)
    assert (response.context["next"], [row.missing for row in response.context["rows"]]) == (None, [""] * 8)


def test_overview_looks_at_the_day(kim_a: KimGroup) -> None:
    fill(kim_a)
    Decree.objects.update(term_until=TODAY)
    Officer.objects.filter(section="chair").update(term_until=TODAY - datetime.timedelta(days=1))
    Channel.objects.update(is_active=False)

    def missing(day: datetime.date) -> list[str]:
        return [code for item in overview_of(kim_a, day).items for code in item.missing]

    assert missing(TODAY) == ["chair", "channel", "offline_channel"]
    assert missing(TODAY + datetime.timedelta(days=1)) == [
        "chair",
        "decree_in_force",
        "channel",
        "offline_channel",
    ]
    assert missing(TODAY.replace(year=2027)) == [
        "chair",
        "decree_in_force",
        "activity",
        "channel",
        "offline_channel",
    ]


def test_overview_counts_the_own_rows_alone(kim_a: KimGroup, kim_b: KimGroup) -> None:
    fill(kim_b)
    Award.objects.create(kim=kim_b, title="Juara", year=2025)
    assert set(overview_of(kim_a, TODAY).counts.values()) == {0}
    assert overview_of(kim_b, TODAY).counts == {
        "officers": 6, "people": 1, "decrees": 1, "plan": 1, "potentials": 1, "channels": 1, "awards": 1,
    }  # fmt: skip


def test_landing_page_asks_the_same_queries_at_1_and_3_rows(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    client = client_for(budi)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(A).status_code == 200
        return len(captured)

    fill(kim_a)
    queries()
    at_one = queries()
    for year in (2024, 2025):
        Award.objects.create(kim=kim_a, title="Juara", year=year)
        Decree.objects.create(kim=kim_a, number=str(year), issued_on=TODAY)
        Channel.objects.create(kim=kim_a, kind="radio", name=str(year))
    assert (queries(), at_one <= 20) == (at_one, True)


def test_every_code_of_the_rule_has_its_words() -> None:
    items = check(Facts())
    assert list(MISSING) == [code for item in items for code in item.missing]
    assert list(NEXT) == [item.name for item in items]
    assert len(HEADING_WORDS) == 5


def test_missing_in_words_joins_them() -> None:
    words = [
        missing_in_words(codes)
        for codes in ((), ("chair",), ("chair", "secretary"), ("chair", "secretary", "treasurer"))
    ]
    chair, secretary, treasurer = (str(MISSING[code]) for code in ("chair", "secretary", "treasurer"))
    assert words[:2] == ["", chair]
    assert [words[2].startswith(f"{chair} "), words[3].startswith(f"{chair}, {secretary} ")] == [True, True]
    assert words[3].endswith(f" {treasurer}")


def test_chair_is_asked_for_data_and_the_office_is_not(
    budi: User, gita: User, ani: User, kim_a: KimGroup
) -> None:
    rows = {
        user.username: [todo.url for todo in todos_of(user) if todo.order == 90] for user in (ani, budi, gita)
    }
    assert rows == {"ani": [], "budi": [A], "gita": []}
    fill(kim_a)
    WorkPlan.objects.update(year=datetime.date.today().year)
    assert [todo for todo in todos_of(budi) if todo.order == 90] == []
