"""What each section of a KIM's data asks for beyond the common: people, plan, themes, channels, decrees."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.models import Consent
from core.models.media import private_storage
from kim.models import Channel, Decree, KimGroup, Officer, Person, Potential, WorkPlan, WorkPlanItem
from kim.services.profile import RowInUse, delete_row
from news.models import ArticleByline
from tests import builders
from tests.kim.rows_input import PDF, A, ClientFor, changes, good_input, make_row, pdf
from users.models import User

# Officers and people


def test_officer_is_a_person_of_the_own_kim(
    client_for: ClientFor, budi: User, kim_a: KimGroup, citra: User
) -> None:
    foreign = Person.objects.get(user=citra)
    response = client_for(budi).post(
        f"{A}pengurus/baru/", {**good_input("pengurus", kim_a), "person": foreign.pk}
    )
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["person"])
    assert "Citra" not in response.content.decode()


def test_officer_holds_an_office_once(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    client = client_for(budi)
    answers = [
        client.post(f"{A}pengurus/baru/", good_input("pengurus", kim_a)).status_code for _number in range(2)
    ]
    assert (answers, Officer.objects.count()) == ([302, 422], 1)


def test_officers_stand_in_the_order_of_their_offices(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    person = Person.objects.get(user=budi)
    for section in ("spreading", "treasurer", "chair"):
        Officer.objects.create(kim=kim_a, person=person, section=section)
    groups = client_for(budi).get(f"{A}pengurus/").context["groups"]
    chair, treasurer, spreading = (
        str(Officer.Section(name).label) for name in ("chair", "treasurer", "spreading")
    )
    assert [row.title for _head, rows in groups for row in rows] == [chair, treasurer, spreading]


def test_new_person_gets_an_address_of_its_own(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    client = client_for(budi)
    for _number in range(2):
        client.post(f"{A}orang/baru/", {"full_name": "Sri Wahyuni"})
    slugs = Person.objects.filter(full_name="Sri Wahyuni").order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["sri-wahyuni", "sri-wahyuni-2"]


def test_word_of_a_person_stands_in_the_consent_ledger(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    client = client_for(budi)
    client.post(f"{A}orang/baru/", {"full_name": "Sri Wahyuni", "consents_to_show": "on"})
    person = Person.objects.get(full_name="Sri Wahyuni")
    given = Consent.objects.get()
    assert (given.purpose, given.subject, given.recorded_by, given.withdrawn_at) == (
        "name",
        "Sri Wahyuni",
        budi,
        None,
    )
    assert given.collection == kim_a.collection
    client.post(
        f"{A}orang/{person.pk}/", {"full_name": "Sri Wahyuni", "bio": "Petani", "consents_to_show": "on"}
    )
    assert Consent.objects.count() == 1
    client.post(f"{A}orang/{person.pk}/", {"full_name": "Sri Wahyuni", "bio": "Petani"})
    person.refresh_from_db()
    given.refresh_from_db()
    assert (person.consents_to_show, given.withdrawn_at is None) == (False, False)


def test_person_with_account_or_office_stays(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    officer = make_row("pengurus", kim_a)
    client = client_for(budi)
    for person in (officer.person, Person.objects.get(user=budi)):
        url = f"{A}orang/{person.pk}/hapus/"
        page = client.get(url)
        assert (page.context["in_use"], "button button-danger" in page.content.decode()) == (True, False)
        answer = client.post(url)
        assert (answer.status_code, answer.url) == (302, url)
        with pytest.raises(RowInUse):
            delete_row(row=person, by=budi, section="people")
    assert (Person.objects.filter(kim=kim_a).count(), changes()) == (2, [])


def test_person_in_a_byline_stays(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    article = builders.make_article(kim_a, budi)
    person = make_row("orang", kim_a)
    ArticleByline.objects.create(article=article, person=person, name=person.full_name, role="photo")
    client_for(budi).post(f"{A}orang/{person.pk}/hapus/")
    assert Person.objects.filter(pk=person.pk).exists() is True


# Work plan


def test_activity_makes_the_plan_of_its_year_once(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    client = client_for(budi)
    for title in ("Pelatihan foto", "Lomba menulis"):
        client.post(f"{A}rencana/baru/", {**good_input("rencana", kim_a), "title": title})
    assert list(WorkPlan.objects.values_list("kim", "year")) == [(kim_a.pk, 2026)]
    item = WorkPlanItem.objects.get(title="Lomba menulis")
    client.post(f"{A}rencana/{item.pk}/", {"title": "Lomba menulis", "year": "2027"})
    item.refresh_from_db()
    assert (item.plan.year, item.plan.kim) == (2027, kim_a)


def test_activities_stand_under_their_year_by_month(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    client = client_for(budi)
    for title, year, month in (("C", 2025, ""), ("B", 2026, "9"), ("A", 2026, "2")):
        client.post(f"{A}rencana/baru/", {"title": title, "year": year, "month": month})
    groups = client.get(f"{A}rencana/").context["groups"]
    assert [[row.title for row in rows] for _head, rows in groups] == [["A", "B"], ["C"]]
    assert [head[-4:] for head, _rows in groups] == ["2026", "2025"]


def test_year_with_activities_stays(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    item = make_row("rencana", kim_a)
    client_for(budi).post(f"{A}rencana-tahunan/{item.plan_id}/hapus/")
    assert WorkPlan.objects.filter(pk=item.plan_id).exists() is True


def test_year_stands_once(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    client = client_for(budi)
    answers = [client.post(f"{A}rencana-tahunan/baru/", {"year": "2026"}).status_code for _number in range(2)]
    assert (answers, WorkPlan.objects.count()) == ([302, 422], 1)


# Themes and potentials


def test_new_main_theme_takes_the_place_of_the_old(
    client_for: ClientFor, budi: User, kim_a: KimGroup, kim_b: KimGroup
) -> None:
    Potential.objects.create(kim=kim_b, code="perikanan", is_main=True)
    client = client_for(budi)
    for code in ("pertanian", "umkm_kuliner"):
        assert client.post(f"{A}potensi/baru/", {"code": code, "is_main": "on"}).status_code == 302
    main = Potential.objects.filter(is_main=True).order_by("kim__slug").values_list("kim__slug", "code")
    assert list(main) == [("bangun-mulya", "umkm_kuliner"), ("sumber-sari", "perikanan")]


def test_potential_stands_once_in_a_kim(
    client_for: ClientFor, budi: User, kim_a: KimGroup, kim_b: KimGroup
) -> None:
    Potential.objects.create(kim=kim_b, code="pertanian")
    client = client_for(budi)
    answers = [client.post(f"{A}potensi/baru/", {"code": "pertanian"}).status_code for _number in range(2)]
    assert (answers, Potential.objects.filter(kim=kim_a).count()) == ([302, 422], 1)


def test_potentials_are_offered_under_five_headings(client_for: ClientFor, budi: User) -> None:
    choices = client_for(budi).get(f"{A}potensi/baru/").context["form"].fields["code"].choices
    groups = [list(entries) for _heading, entries in list(choices)[1:]]
    assert ([len(entries) for entries in groups], sum(map(len, groups))) == ([1, 6, 3, 2, 2], 14)


# Channels


@pytest.mark.parametrize("kind", Channel.Kind.values)
def test_channel_needs_a_place_or_an_address_by_its_kind(
    client_for: ClientFor, budi: User, kim_a: KimGroup, kind: str
) -> None:
    client = client_for(budi)
    bare = client.post(f"{A}saluran/baru/", {"kind": kind, "name": "Saluran"}).status_code
    with_place = client.post(
        f"{A}saluran/baru/", {"kind": kind, "name": "Saluran", "place": "Balai"}
    ).status_code
    with_url = client.post(
        f"{A}saluran/baru/", {"kind": kind, "name": "Saluran", "url": "contoh.id/kim"}
    ).status_code
    expected = {True: (422, 302, 422), False: (422, 422, 302)}[kind in Channel.OFFLINE_KINDS]
    assert (bare, with_place, with_url) == ((302, 302, 302) if kind == "whatsapp" else expected)
    assert set(Channel.objects.exclude(url="").values_list("url", flat=True)) <= {"https://contoh.id/kim"}


# Decrees


def add_decree(client: Client, kim: KimGroup, **values: Any) -> Any:
    return client.post(f"{A}sk/baru/", {**good_input("sk", kim), **values})


def test_decree_file_is_private_and_named_by_us(client_for: ClientFor, budi: User, kim_a: KimGroup) -> None:
    client = client_for(budi)
    add_decree(client, kim_a, file=pdf(name="../../SK Ketua 0812.exe"))
    decree = Decree.objects.get()
    folder, _sep, name = decree.file.name.rpartition("/")
    assert (folder.startswith("documents/"), len(name), name.endswith(".pdf")) == (True, 36, True)
    response = client.get(f"{A}sk/{decree.pk}/berkas/")
    assert b"".join(response.streaming_content) == PDF
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"] == 'attachment; filename="SK-140122024_contoh.pdf"'
    assert response["Cache-Control"] == "private, no-store"
    assert (response["X-Content-Type-Options"], "sandbox" in response["Content-Security-Policy"]) == (
        "nosniff",
        True,
    )
    assert client.get(f"/media/{decree.file.name}").status_code == 404


def test_decree_file_is_only_for_those_who_keep_the_data(
    client_for: ClientFor, budi: User, ani: User, citra: User, gita: User, kim_a: KimGroup
) -> None:
    add_decree(client_for(budi), kim_a)
    url = f"{A}sk/{Decree.objects.get().pk}/berkas/"
    answers: dict[str, Any] = {}
    for user in (ani, budi, citra, gita):
        response = client_for(user).get(url)
        answers[user.username] = b"".join(response) if response.status_code == 200 else response.status_code
    assert answers == {"ani": 404, "budi": PDF, "citra": 404, "gita": PDF}
    assert client_for().get(url).status_code == 302


def test_decree_file_of_another_kim_is_not_there(
    client_for: ClientFor, budi: User, gita: User, kim_a: KimGroup, kim_b: KimGroup
) -> None:
    add_decree(client_for(budi), kim_a)
    url = f"/ruang/kim/sumber-sari/sk/{Decree.objects.get().pk}/berkas/"
    assert [client_for(user).get(url).status_code for user in (budi, gita)] == [404, 404]


def test_decree_without_a_file_or_with_a_lost_one_is_not_there(
    client_for: ClientFor, budi: User, kim_a: KimGroup
) -> None:
    bare = make_row("sk", kim_a)
    lost = make_row("sk", kim_a, 2)
    Decree.objects.filter(pk=lost.pk).update(file="documents/00/lost.pdf")
    client = client_for(budi)
    assert [client.get(f"{A}sk/{row.pk}/berkas/").status_code for row in (bare, lost)] == [404, 404]


@pytest.mark.parametrize(
    "upload",
    [
        pdf(b"", "kosong.pdf"),
        pdf(b"PK\x03\x04 bukan pdf", "sk.pdf"),
        pdf(b"\n%PDF-1.4", "sk.pdf"),
        pdf(b"<html><script>alert(1)</script>", "sk.pdf"),
        pdf(PDF + b"x" * (5 * 1024 * 1024), "besar.pdf"),
    ],
)
def test_decree_takes_small_pdfs_alone(
    client_for: ClientFor, budi: User, kim_a: KimGroup, upload: SimpleUploadedFile
) -> None:
    upload.seek(0)
    response = add_decree(client_for(budi), kim_a, file=upload)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["file"])
    assert ("140/12/2024 (contoh)" in response.content.decode(), Decree.objects.count()) == (True, 0)


def test_decree_keeps_its_file_until_another_comes(
    client_for: ClientFor, budi: User, kim_a: KimGroup, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_for(budi)
    add_decree(client, kim_a)
    decree = Decree.objects.get()
    first = decree.file.name
    sent = {key: value for key, value in good_input("sk", kim_a).items() if key != "file"}
    client.post(f"{A}sk/{decree.pk}/", {**sent, "issuer_name": "Kepala Desa"})
    decree.refresh_from_db()
    assert (decree.file.name, decree.issuer_name) == (first, "Kepala Desa")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{A}sk/{decree.pk}/", {**sent, "file": pdf(PDF + b"dua")})
    decree.refresh_from_db()
    stored = [private_storage().exists(name) for name in (first, decree.file.name)]
    assert (decree.file.name != first, stored) == (True, [False, True])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{A}sk/{decree.pk}/hapus/")
    assert private_storage().exists(decree.file.name) is False
