"""Landing page and inbox of the work rooms."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.models import Notice
from core.notifications import notify
from kim.models import KimGroup
from news import services
from tests import builders
from users.models import User

ClientFor = Callable[[User | None], Client]


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_landing_of_person_without_membership_teaches_the_first_step(db: None, client_for: ClientFor) -> None:
    response = client_for(builders.make_user("lia")).get("/ruang/")
    assert (response.context["first"], response.context["places"]) == (None, [])
    assert 'class="empty"' in response.content.decode()


def test_landing_of_new_writer_offers_the_first_story(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    assert client_for(ani).get("/ruang/").context["first"].url == "/ruang/tulis/baru/"


def test_landing_of_editor_puts_the_oldest_waiting_story_first(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    first = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    response = client_for(budi).get("/ruang/")
    assert response.context["first"].url == f"/ruang/redaksi/{first.pk}/"


def test_landing_of_office_leaves_out_what_editors_of_the_kim_read(
    kim_a: KimGroup, ani: User, gita: User, client_for: ClientFor
) -> None:
    article = services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    client = client_for(gita)
    assert client.get("/ruang/").context["first"] is None
    KimGroup.objects.update(review_policy="office")
    assert client.get("/ruang/").context["first"].url == f"/ruang/redaksi/{article.pk}/"


def test_landing_runs_as_many_queries_for_three_as_for_one(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    client = client_for(budi)
    services.submit(article=builders.make_draft(kim_a, ani), user=ani)
    builders.make_draft(kim_a, budi)
    client.get("/ruang/")
    one = queries_of(client, "/ruang/")
    for _number in range(2):
        services.submit(article=builders.make_draft(kim_a, ani), user=ani)
        builders.make_draft(kim_a, budi)
    assert queries_of(client, "/ruang/") == one


def test_inbox_opens_notice_and_marks_it_read(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    notify(recipients=[ani, budi], text="Ada kabar", url="/ruang/tulis/", key="a")
    notice = Notice.objects.get(recipient=ani)
    response = client_for(ani).post("/ruang/kotak/", {"notice": notice.pk})
    assert response["Location"] == "/ruang/tulis/"
    assert [row.recipient.username for row in Notice.objects.filter(read_at=None)] == ["budi"]


def test_inbox_of_another_person_stays_unread(
    kim_a: KimGroup, ani: User, budi: User, client_for: ClientFor
) -> None:
    notify(recipients=[budi], text="Ada kabar", url="/ruang/redaksi/", key="a")
    response = client_for(ani).post("/ruang/kotak/", {"notice": Notice.objects.get().pk})
    assert response["Location"] == "/ruang/kotak/"
    assert Notice.objects.filter(read_at=None).count() == 1


def test_inbox_runs_as_many_queries_for_three_as_for_one(
    kim_a: KimGroup, ani: User, client_for: ClientFor
) -> None:
    client = client_for(ani)
    notify(recipients=[ani], text="Ada kabar", url="/ruang/tulis/", key="a")
    client.get("/ruang/kotak/")
    one = queries_of(client, "/ruang/kotak/")
    for key in "bc":
        notify(recipients=[ani], text="Ada kabar", url="/ruang/tulis/", key=key)
    assert queries_of(client, "/ruang/kotak/") == one
