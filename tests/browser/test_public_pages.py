"""Public pages in a browser: axe finds nothing, nothing is wider than the screen, nothing foreign is loaded."""

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from core.models import NetworkSettings
from kim.models import Channel, KimGroup, RegencyPage, Region
from kim.services.standard_pages import ensure_standard_pages
from tests import builders
from tests.news.public_pages import make_pictured
from users.models import User

pytestmark = [
    pytest.mark.browser,
    # A real server in a thread needs committed rows; the first rows of the migrations must survive the flush.
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONG_WORD = "Pertanggungjawabanpembangunanberkelanjutan"


@pytest.fixture
def paths(kim_a: KimGroup, ani: User, budi: User) -> list[str]:
    """One address of every public page type, with long words and all parts filled in."""
    Region.objects.filter(pk=kim_a.village_id).update(latitude="-1.3000", longitude="116.5000")
    kim_a.tagline, kim_a.about, kim_a.whatsapp = "Kabar kebun.", f"Kami menulis {LONG_WORD}.", "6281250000002"
    kim_a.save()
    Channel.objects.create(kim=kim_a, kind="radio", name="Radio Kebun", reach="300 pendengar")
    NetworkSettings.objects.update(is_demo=True, office_name="Dinas Komunikasi dan Informatika")
    ensure_standard_pages(RegencyPage.objects.get())
    article = make_pictured(kim_a, ani, headline=f"{LONG_WORD} di Bangun Mulya")
    builders.make_article(kim_a, ani, headline="Berita tanpa gambar dari balai")
    lists = [
        "/berita/",
        "/bangun-mulya/berita/",
        "/topik/pertanian/",
        "/kim/",
        "/cari/?q=bangun",
        "/cari/?q=zzz",
    ]
    return ["/", article.url, "/bangun-mulya/", *lists, "/tentang/", "/kebijakan-privasi/", "/tidak-ada/"]


def findings_of(browser: Browser, base: str, paths: list[str], *, width: int, theme: Any) -> list[str]:
    """What is wrong with these pages at this width and theme, as readable lines."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme)
    page = context.new_page()
    found: list[str] = []
    page.on(
        "request",
        lambda request: None if request.url.startswith((base, "data:")) else found.append(request.url),
    )
    page.on("pageerror", lambda error: found.append(str(error)))
    for path in paths:
        page.goto(base + path)
        answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
        found += [f"{path} {rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in answer["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{path} is {wider} px wider than {width}"] if wider > 0 else []
    found += [json.dumps(cookie) for cookie in context.cookies()]
    context.close()
    return found


def test_public_pages_are_accessible_in_both_themes(
    chromium: Browser, live_server: Any, paths: list[str]
) -> None:
    looks = [(360, "light"), (360, "dark"), (1366, "light")]
    found = {
        look: findings_of(chromium, live_server.url, paths, width=look[0], theme=look[1]) for look in looks
    }
    assert found == {look: [] for look in looks}


def test_story_can_be_shared_without_a_script(chromium: Browser, live_server: Any, paths: list[str]) -> None:
    seen = []
    for scripts in (False, True):
        context = chromium.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 800})
        page = context.new_page()
        page.goto(live_server.url + paths[1])
        seen.append(
            (
                page.locator(".share a.button").is_visible(),
                page.locator(".address").is_visible(),
                page.locator("[data-print]").is_visible(),
            )
        )
        context.close()
    assert seen == [(True, True, False), (True, True, True)]
