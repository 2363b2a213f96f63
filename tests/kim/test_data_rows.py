"""The lists of a KIM's data: each section adds, changes and deletes in the own KIM alone."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kim.forms.sections import BY_PATH, SECTIONS
from kim.models import KimGroup
from tests.kim.rows_input import A, ClientFor, changes, good_input, make_row
from users.models import User

every_section = pytest.mark.parametrize("path", [section.path for section in SECTIONS])


@every_section
def test_row_is_added_listed_changed_and_deleted(
    client_for: ClientFor, budi: User, kim_a: KimGroup, path: str
) -> None:
    client, section = client_for(budi), BY_PATH[path]
    known = set(section.model.objects.values_list("pk", flat=True))
    response = client.post(f"{A}{path}/baru/", good_input(path, kim_a))
    assert (response.status_code, response.url) == (302, f"{A}{path}/")
    row = section.model.objects.exclude(pk__in=known).get()
    assert row.kim == kim_a
    assert f'href="{A}{path}/{row.pk}/"' in client.get(f"{A}{path}/").content.decode()
    form = client.get(f"{A}{path}/{row.pk}/").context["form"]
    sent = {
        name: value
        for name in form.fields
        if (value := form[name].value()) not in (None, False, "") and name != "file"
    }
    changed_field = next(
        name
        for name in ("bio", "note", "report", "giver", "reach", "issuer_name", "term_until")
        if name in sent or name in form.fields
    )
    sent[changed_field] = "2029-12-31" if changed_field == "term_until" else "Diperbarui"
    if changed_field == "report":
        sent["done_on"] = "2026-05-20"
    answer = client.post(f"{A}{path}/{row.pk}/", sent)
    assert (answer.status_code, answer.url) == (302, f"{A}{path}/")
    row.refresh_from_db()
    assert str(getattr(row, changed_field)) == sent[changed_field]
    answer = client.post(f"{A}{path}/{row.pk}/hapus/")
    assert (answer.status_code, answer.url) == (302, f"{A}{path}/")
    assert section.model.objects.filter(pk=row.pk).exists() is False
    assert changes() == [(section.name, "add"), (section.name, "change"), (section.name, "delete")]


@every_section
def test_row_posted_five_times_is_one_row(
    client_for: ClientFor, budi: User, kim_a: KimGroup, path: str
) -> None:
    client, model = client_for(budi), BY_PATH[path].model
    before = model.objects.count()
    answers = []
    for _number in range(5):
        sent = {**good_input(path, kim_a), "idempotency_key": "k"}
        answers.append(client.post(f"{A}{path}/baru/", sent).status_code)
    assert (answers, model.objects.count()) == ([302] * 5, before + 1)


@every_section
def test_row_of_another_kim_is_not_there(
    client_for: ClientFor, budi: User, gita: User, kim_b: KimGroup, path: str
) -> None:
    foreign = make_row(path, kim_b)
    for user in (budi, gita):
        client = client_for(user)
        for end in ("", "hapus/"):
            url = f"{A}{path}/{foreign.pk}/{end}"
            assert (client.get(url).status_code, client.post(url, good_input(path, kim_b)).status_code) == (
                404,
                404,
            )
    assert foreign.__class__.objects.filter(pk=foreign.pk, kim=kim_b).exists() is True
    assert changes() == []


@every_section
def test_row_screens_are_closed_to_members_and_neighbours(
    client_for: ClientFor, ani: User, citra: User, kim_a: KimGroup, path: str
) -> None:
    row = make_row(path, kim_a)
    for user in (ani, citra):
        client = client_for(user)
        answers = [client.get(f"{A}{path}/{row.pk}/{end}").status_code for end in ("", "hapus/")]
        answers += [
            client.post(f"{A}{path}/{end}", good_input(path, kim_a)).status_code
            for end in ("baru/", f"{row.pk}/", f"{row.pk}/hapus/")
        ]
        assert answers == [404] * 5
    assert changes() == []


@every_section
def test_empty_form_is_refused_beside_its_fields(client_for: ClientFor, budi: User, path: str) -> None:
    client = client_for(budi)
    before = BY_PATH[path].model.objects.count()
    response = client.post(f"{A}{path}/baru/", {})
    required = [name for name, field in response.context["form"].fields.items() if field.required]
    assert (response.status_code, list(response.context["form"].errors)) == (422, required)
    assert ("error-summary" in response.content.decode(), BY_PATH[path].model.objects.count()) == (
        True,
        before,
    )


@every_section
def test_list_asks_the_same_queries_at_1_and_3_rows(
    client_for: ClientFor, budi: User, kim_a: KimGroup, path: str
) -> None:
    client = client_for(budi)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"{A}{path}/").status_code == 200
        return len(captured)

    make_row(path, kim_a, 1)
    queries()
    at_one = queries()
    make_row(path, kim_a, 2)
    make_row(path, kim_a, 3)
    assert (queries(), at_one <= 15) == (at_one, True)


@every_section
def test_unchanged_row_is_not_logged(client_for: ClientFor, budi: User, kim_a: KimGroup, path: str) -> None:
    client = client_for(budi)
    row = make_row(path, kim_a)
    form = client.get(f"{A}{path}/{row.pk}/").context["form"]
    sent = {name: value for name in form.fields if (value := form[name].value()) not in (None, False, "")}
    sent = {name: "on" if value is True else value for name, value in sent.items() if name != "file"}
    if path == "saluran":
        sent["place"] = row.place = "Balai"
        row.save()
    assert (client.post(f"{A}{path}/{row.pk}/", sent).status_code, changes()) == (302, [])


def test_unknown_sections_and_rows_are_not_there(client_for: ClientFor, budi: User) -> None:
    client = client_for(budi)
    paths = ("lain/", "lain/baru/", "lain/1/", "sk/999/", "sk/999/hapus/", f"sk/{10**30}/", "sk/999/berkas/")
    assert [client.get(A + path).status_code for path in paths] == [404] * 7


@pytest.mark.parametrize(
    ("path", "change", "field"),
    [
        ("pengurus", {"section": "king"}, "section"),
        ("pengurus", {"term_until": "2024-12-31"}, "term_until"),
        ("pengurus", {"term_from": "besok"}, "term_from"),
        ("orang", {"full_name": "x" * 121}, "full_name"),
        ("sk", {"term_from": "2024-01-01", "term_until": "2023-01-01"}, "term_until"),
        ("sk", {"issuer": "king"}, "issuer"),
        ("rencana", {"month": "13"}, "month"),
        ("rencana", {"year": "26"}, "year"),
        ("rencana", {"report": "Ramai"}, "done_on"),
        ("penghargaan", {"year": "-1"}, "year"),
        ("penghargaan", {"title": "a\x00b"}, "title"),
        ("potensi", {"code": "tambang"}, "code"),
        ("potensi", {"year": "99999999999999999999"}, "year"),
        ("saluran", {"place": ""}, "place"),
        ("saluran", {"kind": "facebook"}, "url"),
        ("saluran", {"kind": "facebook", "url": "ftp://contoh.id"}, "url"),
        ("saluran", {"kind": "facebook", "url": "javascript:alert(1)"}, "url"),
    ],
)
def test_bad_input_is_refused_beside_its_field(
    client_for: ClientFor, budi: User, kim_a: KimGroup, path: str, change: dict[str, str], field: str
) -> None:
    response = client_for(budi).post(f"{A}{path}/baru/", {**good_input(path, kim_a), **change})
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert changes() == []
