"""A reader's report travels to the editor, becomes a correction, and the reader of the story sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from kim.models import KimGroup
from news.models import ContentReport
from tests import builders
from users.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WRONG = "Dua puluh petani Bangun Mulya memanen padi di Blok C, Sabtu pagi."
RIGHT = "Tiga puluh petani Bangun Mulya memanen padi di Blok C, Sabtu pagi."


def test_report_becomes_a_correction_that_readers_see(
    live_server: Any, phone: Callable[..., Page], kim_a: KimGroup, ani: User, budi: User, citra: User
) -> None:
    article = builders.make_article(kim_a, ani, lead=WRONG)

    reader = phone(None)
    reader.goto(article.url)
    reader.locator("a", has_text="Laporkan kesalahan").first.click()
    assert article.title in reader.locator("main").inner_text()
    reader.locator("[name=kind][value=nama_angka]").check()
    reader.locator(".form button").click()  # forgot to write
    assert "Ceritakan dalam satu kalimat apa yang salah." in reader.locator("main").inner_text()
    reader.locator("[name=text]").fill("Yang panen tiga puluh orang, bukan dua puluh. Saya ikut menghitung.")
    reader.locator("[name=contact]").fill("0812 5000 1111")
    reader.locator(".form button").click()
    reader.wait_for_url("**/lapor/*/")
    private = reader.url
    assert "Laporan ini ada di tangan redaktur KIM Mangun Karya." in reader.locator("main").inner_text()
    assert reader.context.cookies() == []
    report = ContentReport.objects.get()

    assert phone(citra).goto(f"/ruang/redaksi/laporan/{report.pk}/").status == 404  # type: ignore[union-attr]

    editor = phone(budi)
    editor.locator(".next-step .button").click()
    editor.wait_for_url(f"**/ruang/redaksi/laporan/{report.pk}/")
    assert "Saya ikut menghitung." in editor.locator("main").inner_text()
    editor.locator("a", has_text="Perbaiki dan beri catatan").click()
    editor.locator("[name=note]").fill("Semula tertulis dua puluh petani. Yang benar tiga puluh.")
    editor.locator("[name=lead]").fill(RIGHT)
    editor.locator("[name=requested_by]").fill("Pembaca")
    editor.locator("button[name=action][value=correct]").click()
    editor.wait_for_url(f"**/ruang/redaksi/laporan/{report.pk}/")
    link = editor.locator("a[href^='https://wa.me/6281250001111?text=']").get_attribute("href")
    assert link is not None
    assert report.code in link

    reader.goto(private)
    told = reader.locator("main").inner_text()
    assert ("Laporan Anda sudah dijawab" in told, "Yang benar tiga puluh." in told) == (True, True)
    reader.locator(f"main a[href='{article.url}']").first.click()
    story = reader.locator("main").inner_text()
    assert (RIGHT in story, WRONG in story) == (True, False)
    note = reader.locator(".correction").first
    assert "Semula tertulis dua puluh petani. Yang benar tiga puluh." in note.inner_text()
    note.locator("a").last.click()
    reader.wait_for_url("**/bangun-mulya/koreksi/")
    assert article.title in reader.locator("main").inner_text()
