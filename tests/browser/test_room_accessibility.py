"""The work rooms in a browser: axe finds nothing and nothing is wider than the screen, in both themes."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from kim.models import KimGroup
from news import services
from rubrics.models import Rubric
from rubrics.services import open_sheet, start_draft
from tests import builders
from tests.rubrics.marks import fill, score
from users.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Tall, so that the bar at the bottom covers no row: a half covered link would count as too small.
PHONE = {"width": 360, "height": 6000}


def findings_of(browser: Browser, base: str, user: User, paths: list[str], theme: Any) -> list[str]:
    context = browser.new_context(viewport=PHONE, color_scheme=theme, base_url=base)
    page = context.new_page()
    page.goto("/masuk/")
    page.locator("[name=login]").fill(user.username)
    page.locator("[name=password]").fill(builders.PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/ruang/")
    found = []
    for path in paths:
        answer = page.goto(path)
        if answer is None or answer.status != 200:
            found.append(f"{path} answers {answer.status if answer else None}")
        # As tall as the page: what scrolls under the sticky bar is not small, it is somewhere else.
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": PHONE["width"], "height": max(height, PHONE["height"])})
        report = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
        found += [f"{path} {rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in report["violations"]]
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{path} is {wider} px too wide"] if wider > 0 else []
        page.set_viewport_size(PHONE)
    context.close()
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_rooms_are_accessible(
    chromium: Browser,
    live_server: Any,
    kim_a: KimGroup,
    ani: User,
    budi: User,
    eko: User,
    fitri: User,
    gita: User,
    theme: str,
) -> None:
    draft = builders.make_draft(kim_a, ani)
    waiting = services.submit(article=builders.make_draft(kim_a, ani, headline="Jalan tani rata"), user=ani)
    write = f"/ruang/tulis/{draft.pk}/"
    rooms = {
        ani: ["/ruang/", "/ruang/kotak/", "/ruang/tulis/", "/ruang/tulis/baru/", write, f"{write}foto/"],
        budi: ["/ruang/", "/ruang/redaksi/", f"/ruang/redaksi/{waiting.pk}/", "/ruang/kim/bangun-mulya/"],
    }
    rooms[ani].append(f"{write}pratinjau/")
    builders.make_article(kim_a, ani, days_ago=20)
    rooms[budi] += ["/ruang/aktivitas/bangun-mulya/", "/ruang/aktivitas/bangun-mulya/cerita/"]
    rooms[eko] = ["/ruang/", "/ruang/aktivitas/", "/ruang/aktivitas/bangun-mulya/?periode=tahun-ini"]
    rooms[budi] += ["/ruang/kim/bangun-mulya/profil/", "/ruang/anggota/bangun-mulya/", "/akun/"]
    story = builders.make_article(kim_a, ani, headline="Sumur balai desa diperdalam")
    far = builders.make_article(kim_a, ani, headline="Jembatan kayu diganti")
    score(far, eko, "444444444")
    score(far, fitri, "440044444", violated=["salin"], praise="Berani.", note="Singkat saja.")
    fill(open_sheet(work=story, user=eko, rubric="artikel"), eko, "441144144")
    mark = f"/ruang/penilaian/{story.pk}/"
    rooms[eko] += ["/ruang/penilaian/", mark, f"{mark}kriteria/W7/", f"{mark}ringkasan/", f"{mark}undur/"]
    rooms[eko] += [
        f"{mark}bagian/teras/",
        *(f"/ruang/penilaian/{far.pk}/{end}" for end in ("", "sepakat/", "ubah/")),
    ]
    rooms[ani] += [
        "/ruang/nilai/",
        f"/ruang/nilai/{far.pk}/",
        "/ruang/nilai/kim/bangun-mulya/",
        "/ruang/kartu/foto/",
    ]
    rooms[gita] = [
        "/ruang/kantor/rubrik/",
        "/ruang/kantor/rubrik/artikel/",
        "/ruang/kantor/rubrik/artikel/1/",
    ]
    draft_version = start_draft(rubric=Rubric.objects.get(code="artikel"), user=gita)
    rooms[gita] += [
        f"/ruang/kantor/rubrik/artikel/{draft_version.number}/{end}" for end in ("", "kriteria/W1/")
    ]
    found = {
        u.username: findings_of(chromium, live_server.url, u, paths, theme) for u, paths in rooms.items()
    }
    assert found == {"ani": [], "budi": [], "eko": [], "gita": []}
