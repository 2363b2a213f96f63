"""A script written into any field stays text on every page, feed and room that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from core import media_services
from core.models import MediaImage
from kim.models import KimGroup, Person
from news import services
from news.models import ArticlePage
from tests import builders
from tests.kim.rows_input import good_input
from tests.news.test_rooms_photos import photo_post
from tests.news.test_rooms_writing import story_post
from tests.script_payloads import MARK, PAYLOADS, dangers_of_html, dangers_of_xml
from users.models import User

ClientFor = Callable[[User | None], Client]


def test_watcher_sees_what_is_not_escaped() -> None:
    raw = [payload for payload in PAYLOADS if payload.lower().startswith("<") and "!" not in payload[:2]]
    assert len(raw) >= 15
    assert [payload for payload in raw if not dangers_of_html(f"<p>{payload}</p>")] == []
    assert dangers_of_html('<p title="&lt;script&gt;">&lt;img onerror=x&gt;</p>') == []


@pytest.fixture
def poisoned(kim_a: KimGroup, budi: User, client_for: ClientFor) -> list[ArticlePage]:
    """A published story for each payload in all text fields, photos, KIM profile, rows, names."""
    kim_a.review_policy = KimGroup.ReviewPolicy.SELF_PUBLISH
    kim_a.save()
    client = client_for(budi)
    client.post("/akun/", {"full_name": PAYLOADS[5], "phone": "081250000002"})
    Person.objects.filter(user=budi).update(full_name=PAYLOADS[6], bio=PAYLOADS[7], consents_to_show=True)
    stories = []
    for number, payload in enumerate(PAYLOADS):
        other = PAYLOADS[(number + 7) % len(PAYLOADS)]
        post = story_post(
            kim="bangun-mulya",
            headline=f"{number} {payload}",
            lead=f"{payload} {other}",
            text=f"{payload}\n\n## {other}\n\n> {payload}\n\n- {other}\n\n**{payload}**\n\n{builders.LONG_TEXT}",
            event_place=payload[:160],
            tags=payload.replace(",", " ")[:50],
            source_name=[payload[:120]],
            source_role=[other[:120]],
        )
        answer = client.post("/ruang/tulis/baru/", post)
        assert answer.status_code == 302, answer.context["form"].errors
        stories.append(ArticlePage.objects.latest("pk"))
    _photo(client, stories[0], kim_a)
    for story in stories:
        topic = builders.draft_input().topic
        ArticlePage.objects.filter(pk=story.pk).update(topic=topic)
    _kim_data(client, kim_a)
    return [_published(story, budi) for story in stories]


def _published(story: ArticlePage, user: User) -> ArticlePage:
    draft = story.get_latest_revision_as_object()
    draft.topic = builders.draft_input().topic
    draft.save_revision(user=user)
    return services.publish(article=ArticlePage.objects.get(pk=story.pk), user=user)


def _photo(client: Client, story: ArticlePage, kim: KimGroup) -> None:
    words = {"caption": " ".join(PAYLOADS[5:10]), "alt": " ".join(PAYLOADS[6:10]), "credit": PAYLOADS[8]}
    post = photo_post(builders.jpeg_bytes(), name=f"{PAYLOADS[5]}.jpg", consent_note=PAYLOADS[0], **words)
    assert client.post(f"/ruang/tulis/{story.pk}/foto/", post).status_code == 302
    media_services.make_renditions_of(MediaImage.objects.get(collection=kim.collection).pk)


def _kim_data(client: Client, kim: KimGroup) -> None:
    profile = {
        "tagline": PAYLOADS[3], "about": "\n".join(PAYLOADS[:20]), "address": PAYLOADS[6], "whatsapp": "081250000009",
        "founded_year": "2019", "kim_id_number": PAYLOADS[8][:40], "hue": "1", "status": "active",
    }  # fmt: skip
    assert client.post("/ruang/kim/bangun-mulya/profil/", profile).status_code == 302
    fields = {
        "orang": {"full_name": PAYLOADS[5], "bio": PAYLOADS[6]},
        "pengurus": {"section": "chair"},
        "sk": {"number": PAYLOADS[9], "issuer_name": PAYLOADS[7]},
        "rencana": {"title": PAYLOADS[6], "done_on": "2026-02-03", "report": PAYLOADS[5]},
        "rencana-tahunan": {"note": PAYLOADS[6], "year": "2027"},
        "potensi": {"note": PAYLOADS[6], "evidence": PAYLOADS[5]},
        "saluran": {"name": PAYLOADS[6], "place": PAYLOADS[8], "reach": PAYLOADS[9]},
        "penghargaan": {"title": PAYLOADS[6], "giver": PAYLOADS[9]},
    }
    for path, values in fields.items():
        answer = client.post(f"/ruang/kim/bangun-mulya/{path}/baru/", {**good_input(path, kim), **values})
        assert (path, answer.status_code) == (path, 302)


def public_paths(stories: list[ArticlePage]) -> Iterator[str]:
    yield from (
        "/",
        "/kim/",
        "/berita/",
        "/bangun-mulya/",
        "/bangun-mulya/berita/",
        "/topik/pertanian/",
        "/tidak-ada/",
    )
    yield from (str(story.url) for story in stories)
    yield from (f"/penulis/{person.slug}/" for person in Person.objects.filter(consents_to_show=True))
    yield from (f"/tag/{tag.slug}/" for story in stories for tag in story.tags.all() if tag.slug)


def room_paths(stories: list[ArticlePage]) -> Iterator[str]:
    yield from (
        "/ruang/",
        "/ruang/kotak/",
        "/ruang/tulis/",
        "/ruang/redaksi/",
        "/ruang/anggota/bangun-mulya/",
        "/akun/",
    )
    yield from (f"/ruang/redaksi/{story.pk}/" for story in stories)
    yield from (f"/ruang/redaksi/{story.pk}/koreksi/" for story in stories)
    yield from (f"/ruang/tulis/{story.pk}/pratinjau/" for story in stories[:10])
    yield from (f"/ruang/tulis/{story.pk}/terkirim/" for story in stories[:10])
    yield from (f"/ruang/redaksi/{stories[0].pk}/{end}/" for end in ("cabut", "selesai/terbit", "banding"))
    sections = (
        "",
        "profil/",
        "sampul/",
        "pengurus/",
        "orang/",
        "sk/",
        "rencana/",
        "rencana-tahunan/",
        "potensi/",
    )
    yield from (f"/ruang/kim/bangun-mulya/{end}" for end in (*sections, "saluran/", "penghargaan/"))


def body_of(client: Client, url: str, statuses: tuple[int, ...] = (200,)) -> str:
    response: Any = client.get(url)
    assert (url, response.status_code in statuses) == (url, True)
    return response.content.decode()


@pytest.mark.matrix
@pytest.mark.slow
def test_payloads_stay_text_everywhere(
    poisoned: list[ArticlePage], budi: User, gita: User, client_for: ClientFor
) -> None:
    reader, room, office = Client(), client_for(budi), client_for(gita)
    pages = {url: body_of(reader, url, (200, 404)) for url in public_paths(poisoned)}
    pages |= {f"budi {url}": body_of(room, url, (200, 302)) for url in room_paths(poisoned)}
    pages |= {
        f"gita {url}": body_of(office, url) for url in ("/ruang/redaksi/", "/ruang/kantor/kim/", "/ruang/")
    }
    for payload in PAYLOADS:
        response = reader.get("/cari/", {"q": payload, "sebelum": payload})
        pages[f"cari {payload}"] = response.content.decode()
        pages[f"next {payload}"] = reader.get("/masuk/", {"next": payload}).content.decode()
        pages[f"office {payload}"] = office.get("/ruang/kantor/kim/", {"q": payload}).content.decode()
        refused = room.post("/ruang/tulis/baru/", {"headline": payload * 20, "text": payload, "kim": payload})
        pages[f"refused {payload}"] = refused.content.decode()
        again = reader.post("/ruang/tulis/baru/", {payload: payload, "text": payload * 3})
        pages[f"again {payload}"] = again.content.decode()
    found = {url: dangers_of_html(text) for url, text in pages.items()}
    assert {url: dangers for url, dangers in found.items() if dangers} == {}
    assert sum(MARK in text for text in pages.values()) > len(pages) // 2

    feeds = [
        "/rss.xml",
        "/bangun-mulya/rss.xml",
        "/topik/pertanian/rss.xml",
        "/sitemap.xml",
        "/sitemap-berita.xml",
    ]
    feeds += [f"/penulis/{person.slug}/rss.xml" for person in Person.objects.filter(consents_to_show=True)]
    assert {url: dangers_of_xml(body_of(reader, url)) for url in feeds} == {url: [] for url in feeds}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://jahat.id/x", "https:jahat"]
)
def test_channel_takes_web_addresses_alone(
    url: str, kim_a: KimGroup, budi: User, client_for: ClientFor
) -> None:
    post = {"kind": "facebook", "name": "Halaman", "url": url, "is_active": "on"}
    assert client_for(budi).post("/ruang/kim/bangun-mulya/saluran/baru/", post).status_code == 422
