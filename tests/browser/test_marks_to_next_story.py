"""An assessor marks on a phone, the writer reads the marks and the card, and the next story shows whether it helped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from kim.models import KimGroup
from rubrics.models import ScoreSheet
from tests import builders
from users.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_TAPS = 20
# Level of each criterion, with the reason where the rubric offers several.
FIRST = {"W3": ("2", ""), "W4": ("2", "5w1h"), "W7": ("1", "bahasa")}
SECOND = {"W7": ("2", "bahasa")}


class Taps:
    """Counts every tap of one person."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, target: Locator) -> None:
        target.first.tap()
        self.count += 1


def mark(page: Page, low: dict[str, tuple[str, str]]) -> int:
    """Marks the story that is next, from the queue to the release; returns the taps it took."""
    page.goto("/ruang/penilaian/")
    taps = Taps(page)
    taps.on(page.locator(".next-step a.button"))
    taps.on(page.locator("a.button", has_text="Mulai menilai"))
    for number in range(1, 10):
        code = f"W{number}"
        page.wait_for_url(f"**/kriteria/{code}/")
        level, reason = low.get(code, ("4", ""))
        taps.on(page.locator(f"button[name=level][value='{level}']"))
        if reason:
            taps.on(page.locator(f"#sebab button[name=reason][value='{reason}']"))
    page.wait_for_url("**/ringkasan/")
    taps.on(page.locator("button[name=action][value=release]"))
    page.wait_for_url("**/selesai/")
    return taps.count


def test_marks_lead_to_the_card_and_the_next_story_shows_it(
    live_server: Any,
    phone: Callable[..., Page],
    kim_a: KimGroup,
    ani: User,
    budi: User,
    eko: User,
) -> None:
    first = builders.make_article(kim_a, ani, headline="Panen padi di Blok C selesai lebih awal", days_ago=3)
    builders.make_article(kim_a, budi, headline="Jalan tani Bangun Mulya rata lagi", days_ago=2)
    builders.make_article(kim_a, budi, headline="Sumur balai desa diperdalam enam meter", days_ago=1)

    assessor = phone(eko)
    taps = [mark(assessor, FIRST), mark(assessor, {}), mark(assessor, {})]
    assert [one <= MOST_TAPS for one in taps] == [True, True, True], taps
    assert ScoreSheet.objects.filter(state="released", marker=eko).count() == 3
    assessor.goto("/ruang/penilaian/")
    assert "Semua berita sudah dinilai" in assessor.locator("main").inner_text()

    writer = phone(ani)
    writer.goto("/ruang/kotak/")
    assert f"“{first.title}” sudah dinilai" in writer.locator("main").inner_text()
    writer.goto("/ruang/nilai/")
    assert "Kekurangan lama kembali" not in writer.locator("main").inner_text()
    writer.locator(".row-title a", has_text=first.title).tap()
    writer.wait_for_url(f"**/ruang/nilai/{first.pk}/")
    assert "Satu hal untuk berita berikutnya" in writer.locator("main").inner_text()
    writer.locator("a.button", has_text="Baca kartunya").first.tap()
    # W4 (15 × 2/4 = 7.5) and W7 (10 × 3/4 = 7.5) cost the same: the earlier criterion of the rubric.
    writer.wait_for_url("**/ruang/kartu/5w1h/")
    assert "Sesudah" in writer.locator("main").inner_text()

    writer.goto("/ruang/tulis/baru/")
    writer.locator("[name=headline]").fill("Bibit singkong gajah dibagikan di RT 04")
    writer.locator("button[name=action][value=save]:not(.unseen)").first.tap()
    writer.wait_for_url("**/ruang/tulis/*/")
    second = builders.make_article(kim_a, ani, headline="Bibit singkong gajah tiba di balai desa")
    assert second.live
    mark(assessor, SECOND)

    writer.goto("/ruang/nilai/")
    told = writer.locator("main").inner_text()
    assert "Kekurangan lama kembali 1 dari 3 kali: 33%." in told
    assert told.count("Sudah hilang:") == 2
    assert told.count("Kembali:") == 1
