"""The assessor's room: queue, cards, summary, release, remarks, stepping back, changes, settling."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from kim.models import KimGroup
from news.models import ArticlePage
from rubrics.models import Decision, Recusal, Rubric, ScoreSheet, SheetChange, WorkScore
from tests import builders
from tests.rubrics.marks import CODES, REASONS, marks_in_database, score
from users.models import User

pytestmark = pytest.mark.django_db
ClientFor = Callable[..., Client]
ROOM = "/ruang/penilaian/"


@pytest.fixture
def story(kim_a: KimGroup, ani: User, budi: User) -> ArticlePage:
    return builders.make_article(kim_a, ani)


def card(story: ArticlePage, code: str) -> str:
    return f"{ROOM}{story.pk}/kriteria/{code}/"


def test_nine_taps_lead_to_the_summary(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    assert client.get(ROOM).status_code == 200
    page = client.get(f"{ROOM}{story.pk}/")
    assert f'href="{card(story, "W1")}"' in page.content.decode()
    for code, following in itertools.pairwise(CODES):
        assert client.get(card(story, code)).status_code == 200
        response = client.post(card(story, code), {"level": "4"})
        assert (response.status_code, response["Location"]) == (302, card(story, following))
    response = client.post(card(story, "W9"), {"level": "4"})
    assert response["Location"] == f"{ROOM}{story.pk}/ringkasan/"
    page = client.get(f"{ROOM}{story.pk}/ringkasan/")
    assert "100" in page.content.decode()
    response = client.post(f"{ROOM}{story.pk}/ringkasan/", {"action": "release", "praise": "Bagus."})
    assert response["Location"] == f"{ROOM}{story.pk}/selesai/"
    assert client.get(response["Location"]).status_code == 200
    sheet = ScoreSheet.objects.get()
    assert (sheet.state, sheet.total, sheet.praise) == ("released", Decimal(100), "Bagus.")


def test_a_low_mark_asks_for_its_reason_once(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    assert client.post(card(story, "W2"), {"level": "1"})["Location"] == card(story, "W3")
    response = client.post(card(story, "W7"), {"level": "2"})
    assert response["Location"] == f"{card(story, 'W7')}#sebab"
    page = client.get(card(story, "W7")).content.decode()
    assert 'name="reason" value="ejaan"' in page
    response = client.post(card(story, "W7"), {"level": "2", "reason": "ejaan"})
    assert response["Location"] == card(story, "W8")
    rows = ScoreSheet.objects.get().marks.order_by("criterion__position")
    assert [(row.criterion.code, row.level, [one.code for one in row.reasons.all()]) for row in rows] == [
        ("W2", 1, ["judul"]),
        ("W7", 2, ["ejaan"]),
    ]


def test_does_not_apply(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client_for(eko).post(card(story, "W8"), {"level": "na"})
    assert marks_in_database(ScoreSheet.objects.get()) == {"W8": None}


@pytest.mark.parametrize("level", ["", "5", "-1", "empat", "4.0", "na", "\x00"])
def test_a_level_that_there_is_not(story: ArticlePage, eko: User, client_for: ClientFor, level: str) -> None:
    response = client_for(eko).post(card(story, "W1"), {"level": level})
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert all(not sheet.marks.count() for sheet in ScoreSheet.objects.all())


def test_five_equal_posts_are_one_mark(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    for _time in range(5):
        client.post(card(story, "W1"), {"level": "3"})
    assert marks_in_database(ScoreSheet.objects.get()) == {"W1": 3}


def test_hints_stand_beside_their_criterion(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    page = client_for(eko).get(card(story, "W3"))
    hints = page.context["hints"]
    assert [hint.is_good for hint in hints] == [True, True, True]
    assert ScoreSheet.objects.count() == 0  # looking marks nothing


def test_the_summary_wants_everything_first(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    assert client.get(f"{ROOM}{story.pk}/ringkasan/")["Location"] == f"{ROOM}{story.pk}/"
    client.post(card(story, "W1"), {"level": "4"})
    page = client.get(f"{ROOM}{story.pk}/ringkasan/")
    assert page.context["open"] == "W2"
    response = client.post(f"{ROOM}{story.pk}/ringkasan/", {"action": "release"})
    assert response["Location"] == card(story, "W2")
    assert ScoreSheet.objects.get().state == "draft"


def test_a_draft_is_kept_and_taken_up_again(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    client.post(card(story, "W1"), {"level": "4"})
    client.post(
        f"{ROOM}{story.pk}/ringkasan/", {"action": "save", "note": "Lanjut besok.", "violated": "salin"}
    )
    sheet = ScoreSheet.objects.get()
    assert (sheet.state, sheet.note, [gate.code for gate in sheet.violated.all()]) == (
        "draft",
        "Lanjut besok.",
        ["salin"],
    )
    rows = client.get(f"{ROOM}?tampil=mulai").context["queue"].rows
    assert [(row.pk, row.sheet_state, row.marked) for row in rows] == [(story.pk, "draft", 1)]


def test_too_long_words_are_kept_and_said(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    client.post(card(story, "W1"), {"level": "4"})
    typed = "panjang " * 200
    response = client.post(f"{ROOM}{story.pk}/ringkasan/", {"action": "save", "praise": typed})
    assert response.status_code == 422
    assert typed.strip() in response.content.decode()
    assert ScoreSheet.objects.get().praise == ""


@pytest.mark.parametrize("name", ["ani", "budi", "citra", "gita", "joko"])
def test_only_assessors_find_the_room(
    story: ArticlePage, name: str, client_for: ClientFor, request: pytest.FixtureRequest
) -> None:
    client = client_for(request.getfixturevalue(name))
    paths = [
        ROOM,
        f"{ROOM}{story.pk}/",
        card(story, "W1"),
        f"{ROOM}{story.pk}/undur/",
        f"{ROOM}{story.pk}/ubah/",
    ]
    assert [client.get(path).status_code for path in paths] == [404] * 5
    assert client.post(card(story, "W1"), {"level": "4"}).status_code == 404
    assert ScoreSheet.objects.count() == 0


def test_what_is_not_public_is_not_marked(
    kim_a: KimGroup, ani: User, eko: User, client_for: ClientFor
) -> None:
    draft = builders.make_draft(kim_a, ani)
    client = client_for(eko)
    assert client.get(f"{ROOM}{draft.pk}/").status_code == 404
    assert client.post(card(draft, "W1"), {"level": "4"}).status_code == 404


# --- conflicts --------------------------------------------------------------------


def conflict(client: Client, story: ArticlePage) -> str:
    page = client.get(f"{ROOM}{story.pk}/")
    assert client.post(card(story, "W1"), {"level": "4"})["Location"] == f"{ROOM}{story.pk}/"
    assert ScoreSheet.objects.count() == 0
    return str(page.context["desk"].conflict)


def test_who_edits_the_kim_marks_none_of_its_stories(
    story: ArticlePage, budi: User, client_for: ClientFor
) -> None:
    builders.join(budi, "assessor", region=story.kim.village.parent.parent)
    assert conflict(client_for(budi), story) == "edited"  # published it


def test_a_member_of_the_kim_marks_none_of_its_stories(story: ArticlePage, client_for: ClientFor) -> None:
    member = builders.make_user("rini")
    builders.join(member, "writer", kim=story.kim)
    builders.join(member, "assessor", region=story.kim.village.parent.parent)
    assert conflict(client_for(member), story) == "member"


def test_the_own_story_is_marked_by_others(story: ArticlePage, ani: User, client_for: ClientFor) -> None:
    builders.join(ani, "assessor", region=story.kim.village.parent.parent)
    assert conflict(client_for(ani), story) == "own"


def test_who_sent_a_story_back_does_not_mark_it(
    kim_a: KimGroup, ani: User, budi: User, joko: User, client_for: ClientFor
) -> None:
    from news import services as news
    from rubrics.models import ReasonCode

    draft = news.submit(article=builders.make_draft(kim_a, ani), user=ani)
    news.return_to_writer(
        article=draft, user=joko, reasons=[ReasonCode.objects.get(code="teras")], note="Pendekkan."
    )
    draft = news.submit(article=draft, user=ani)
    story = news.publish(article=draft, user=budi)
    builders.join(joko, "assessor", region=kim_a.village.parent.parent)
    assert conflict(client_for(joko), story) == "coached"


def test_stepping_back(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    client.post(card(story, "W1"), {"level": "4"})
    path = f"{ROOM}{story.pk}/undur/"
    assert client.get(path).status_code == 200
    assert client.post(path, {}).status_code == 422
    assert client.post(path, {"reason": "close"})["Location"] == ROOM
    assert (Recusal.objects.get().reason, ScoreSheet.objects.count()) == ("close", 0)
    assert client.get(ROOM).context["queue"].rows == ()
    assert client.get(f"{ROOM}{story.pk}/").context["desk"].conflict == "recused"


# --- the queue ---------------------------------------------------------------------


def numbers(client: Client, query: str = "") -> list[int]:
    return [row.pk for row in client.get(f"{ROOM}{query}").context["queue"].rows]


def test_kim_take_turns(
    kim_a: KimGroup, kim_b: KimGroup, ani: User, budi: User, citra: User, eko: User, client_for: ClientFor
) -> None:
    a = [builders.make_article(kim_a, ani, days_ago=days) for days in (5, 4, 3)]
    b = builders.make_article(kim_b, citra, days_ago=1)
    client = client_for(eko)
    assert numbers(client) == [a[0].pk, b.pk, a[1].pk, a[2].pk]
    score(a[0], eko)
    # KIM A was read once, so KIM B comes first.
    assert numbers(client) == [b.pk, a[1].pk, a[2].pk]
    assert numbers(client, "?tampil=selesai") == [a[0].pk]
    assert numbers(client, f"?kim={kim_a.slug}") == [a[1].pk, a[2].pk]
    assert numbers(client, "?topik=tidak-ada&halaman=abc&tampil=apa") == [b.pk, a[1].pk, a[2].pk]


def test_new_since_the_last_visit(
    kim_a: KimGroup, ani: User, budi: User, eko: User, client_for: ClientFor
) -> None:
    import time_machine

    with time_machine.travel("2030-01-01 08:00+08:00", tick=False) as clock:
        client = client_for(eko)
        client.get(ROOM)
        clock.shift(24 * 3600)
        first = builders.make_article(kim_a, ani)
        clock.shift(3600)
        assert numbers(client, "?tampil=baru") == [first.pk]
        # The same visit still.
        clock.shift(1800)
        assert numbers(client, "?tampil=baru") == [first.pk]
        clock.shift(24 * 3600)
        assert numbers(client, "?tampil=baru") == []
        assert numbers(client) == [first.pk]


def test_a_second_marker_finds_what_one_has_marked(
    story: ArticlePage, eko: User, fitri: User, client_for: ClientFor
) -> None:
    sheet = score(story, eko, "444044444")
    client = client_for(fitri)
    assert (numbers(client), numbers(client, "?tampil=kedua")) == ([], [story.pk])
    # Blind: nothing of the first sheet is on the pages of the second marker.
    for path in (f"{ROOM}{story.pk}/", card(story, "W4"), f"{ROOM}?tampil=kedua"):
        page = client.get(path).content.decode()
        assert str(sheet.total) not in page
        assert REASONS["W4"] not in page.replace('value="5w1h"', "")
    assert client.get(f"{ROOM}{story.pk}/sepakat/").status_code == 404


def test_two_markers_settle(
    story: ArticlePage, ani: User, eko: User, fitri: User, client_for: ClientFor
) -> None:
    score(story, eko, "444444444")
    score(story, fitri, "444044444")
    client = client_for(eko)
    assert numbers(client, "?tampil=sepakat") == [story.pk]
    path = f"{ROOM}{story.pk}/sepakat/"
    page = client.get(path)
    assert [(row.code, row.gap) for row in page.context["found"].rows if row.differs] == [("W4", 4)]
    marks = {f"level_{code}": "4" for code in CODES}
    assert client.post(path, marks).status_code == 422
    response = client.post(path, {**marks, "level_W4": "2", "why": "Mengapa terjawab, bagaimana belum."})
    assert response["Location"] == path
    assert (Decision.objects.get().total, WorkScore.objects.get().total) == (
        Decimal("92.50"),
        Decimal("92.50"),
    )
    assert "92,50" in client.get(path).content.decode()
    assert client_for(ani).get(path).status_code == 404


# --- remarks and changes --------------------------------------------------------------


def test_a_remark_on_a_paragraph(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    block = str(story.body[0].id)
    for place in ("judul", "teras", block):
        path = f"{ROOM}{story.pk}/bagian/{place}/"
        assert client.get(path).status_code == 200
        response = client.post(path, {"text": f"Catatan {place[:5]}", "reason": ""})
        assert response["Location"] == f"{ROOM}{story.pk}/#bagian-{place}"
    rows = ScoreSheet.objects.get().paragraph_notes.values_list("place", "text")
    assert list(rows) == [
        ("judul", "Catatan judul"),
        ("teras", "Catatan teras"),
        (block, f"Catatan {block[:5]}"),
    ]
    assert client.get(f"{ROOM}{story.pk}/bagian/tidak-ada/").status_code == 404
    assert client.post(f"{ROOM}{story.pk}/bagian/judul/", {"reason": "bukan"}).status_code == 422


def change_form(**changed: Any) -> dict[str, Any]:
    return {f"level_{code}": "4" for code in CODES} | {"why": "Salah baca."} | changed


def test_released_marks_change_with_a_reason(story: ArticlePage, eko: User, client_for: ClientFor) -> None:
    client = client_for(eko)
    path = f"{ROOM}{story.pk}/ubah/"
    assert client.get(path).status_code == 404  # nothing released yet
    score(story, eko)
    assert client.get(path).status_code == 200
    assert client.post(path, change_form(why="", level_W2="0")).status_code == 422
    assert client.post(path, change_form(level_W7="1")).status_code == 422  # a reason is missing
    assert SheetChange.objects.count() == 0
    assert client.post(path, change_form(level_W2="0"))["Location"] == f"{ROOM}{story.pk}/"
    assert (SheetChange.objects.get().reason, WorkScore.objects.get().total) == (
        "Salah baca.",
        Decimal("90.00"),
    )
    assert client.post(card(story, "W1"), {"level": "0"})["Location"] == f"{ROOM}{story.pk}/"
    assert marks_in_database(ScoreSheet.objects.get())["W1"] == 4


# --- the coach releases ------------------------------------------------------------------


def test_the_coach_releases_or_sends_back(
    story: ArticlePage, ani: User, budi: User, eko: User, joko: User, client_for: ClientFor
) -> None:
    Rubric.objects.filter(code="artikel").update(release_by="coach")
    sheet = score(story, eko)
    client = client_for(joko)
    path = f"{ROOM}rilis/{sheet.pk}/"
    assert [row.pk for row in client.get(f"{ROOM}rilis/").context["rows"]] == [sheet.pk]
    assert client.get(path).status_code == 200
    for other in (ani, budi, eko):
        assert client_for(other).get(path).status_code == 404
        assert client_for(other).post(f"{path}rilis/").status_code == 404
    assert client_for(ani).get(f"/ruang/nilai/{story.pk}/").status_code == 404
    client.post(f"{path}kembalikan/")
    assert ScoreSheet.objects.get().state == "draft"
    client_for(eko).post(f"{ROOM}{story.pk}/ringkasan/", {"action": "release"})
    client.post(f"{path}rilis/")
    assert ScoreSheet.objects.get().state == "released"
    assert client_for(ani).get(f"/ruang/nilai/{story.pk}/").status_code == 200
