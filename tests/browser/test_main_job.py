"""The main job on a phone: a volunteer writes a story with photos, the editor publishes it, a reader opens it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from kim.models import KimGroup
from news.models import ArticlePage, Topic
from tests import photos
from users.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEADLINE = "Warga Bangun Mulya panen padi gogo dua ton"
LEAD = "Kelompok Tani Karya Makmur memanen padi gogo di RT 05 Bangun Mulya, Sabtu pagi."
SENTENCES = [
    "Pukul tujuh pagi embun masih menempel di batang padi ketika Sukirman mulai menyabit.",
    "Dua puluh anggota kelompok menunggu giliran di tepi petak sambil menyiapkan karung.",
    "Lahan setengah hektare itu ditanami bulan Juni dengan benih dari simpanan warga sendiri.",
    "Pupuknya berasal dari kandang sapi di RT 02 karena harga pupuk di pasar terus naik.",
]
# About 300 words in six paragraphs, with a quote.
STORY = "\n\n".join(
    [" ".join(SENTENCES)] * 5
    + ["> Kami tidak menyangka hasilnya sebanyak ini.\n> — Sukirman, Ketua Kelompok Tani"]
)
EFFORT = {"screens": 4, "required": 4, "taps": 20}


def picture(name: str, content: bytes, kind: str) -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}


PICTURES: list[Callable[[], FilePayload]] = [
    lambda: picture("IMG_1.jpg", photos.phone_jpeg(6), "image/jpeg"),
    lambda: picture("IMG_2.jpg", photos.phone_jpeg(1), "image/jpeg"),
    lambda: picture("IMG_3.heic", photos.heic(), "image/heic"),
]


class Taps:
    """Counts what a thumb does beside typing: every field touched, every choice, every button."""

    def __init__(self, page: Page) -> None:
        self.page, self.count, self.screens, self.required = page, 0, 1, 0

    def write(self, selector: str, text: str) -> None:
        self.count += 1
        self.page.locator(selector).first.fill(text)

    def choose(self, selector: str, value: str) -> None:
        self.count += 2  # open the list, choose
        self.page.locator(selector).select_option(value)

    def press(self, selector: str) -> None:
        self.count += 1
        self.page.locator(selector).first.click()

    def photo(self, payload: FilePayload) -> None:
        self.count += 2  # open the gallery, choose
        self.page.locator("input[type=file]").first.set_input_files(payload)

    def count_required(self) -> None:
        """Required fields that are still empty when the screen opens."""
        names = set()
        for field in self.page.locator("main [required]").all():
            kind = field.get_attribute("type")
            if kind in {"radio", "checkbox"} or field.input_value():
                continue  # a choice is made already, or the person's name stands there
            names.add(field.get_attribute("name"))
        self.required += len(names)


def describe(taps: Taps, number: int) -> None:
    taps.photo(PICTURES[number]())
    taps.write("[name=caption]", f"Warga memanen padi di petak {number + 1}, Sabtu pagi.")
    taps.write("[name=alt]", "Lima petani menyabit padi")
    taps.press("[name=consent][value=given]")


def write_story(page: Page) -> Taps:
    """Ani writes; returns what it cost her up to the story with its first photo."""
    taps = Taps(page)
    page.goto("/ruang/")
    taps.press(".next-step .button")
    taps.count_required()
    taps.write("[name=headline]", HEADLINE)
    taps.write("[name=lead]", LEAD)
    taps.write("[name=text]", STORY)
    taps.write("[name=event_place]", "RT 05 Bangun Mulya")
    taps.write("[name=source_name]", "Sukirman")
    taps.write("[name=source_role]", "Ketua kelompok tani")
    taps.choose("[name=topic]", str(Topic.objects.get(slug="pertanian").pk))
    taps.press(".actions [value=photo]")
    page.wait_for_url("**/foto/")
    taps.screens += 1
    taps.count_required()
    describe(taps, 0)
    taps.press(".actions [value=more]")
    return taps


def hand_in(taps: Taps) -> None:
    taps.press("a[href$='/pratinjau/']")
    taps.page.wait_for_url("**/pratinjau/")
    taps.screens += 1
    taps.press("form[action$='/kirim/'] button")
    taps.page.wait_for_url("**/terkirim/")
    taps.screens += 1


def test_main_job_without_script(
    live_server: Any, phone: Callable[..., Page], kim_a: KimGroup, ani: User, budi: User, citra: User
) -> None:
    ani_page = phone(ani)
    taps = write_story(ani_page)
    extra = Taps(ani_page)
    for number in (1, 2):
        describe(extra, number)
        extra.press(".actions [value=more]")
    hand_in(taps)
    assert ani_page.locator("a[href^='https://wa.me/6281250000002?text=']").count() == 1
    assert (taps.screens, taps.required) <= (EFFORT["screens"], EFFORT["required"])
    assert taps.count <= EFFORT["taps"], taps.count
    article = ArticlePage.objects.get()
    assert article.state == "in_review"

    no_room_for_citra(phone(citra), article)

    budi_page = phone(budi)
    budi_page.locator(".next-step .button").click()
    budi_page.locator("summary", has_text="Kembalikan kepada penulis").click()
    budi_page.locator("[name=reasons]").first.check()
    budi_page.locator("[name=note]").fill("Sudah bagus. Sebut luas lahannya di judul.")
    budi_page.locator("form[action$='/kembalikan/'] button").click()
    budi_page.wait_for_url("**/selesai/kembali/")

    headline = f"{HEADLINE} dari setengah hektare"
    ani_page.goto("/ruang/")
    ani_page.locator(".next-step .button").click()
    assert ani_page.get_by_text("Sebut luas lahannya di judul.").count() == 1
    ani_page.locator("[name=headline]").fill(headline)
    ani_page.locator(".actions [value=preview]").click()
    ani_page.wait_for_url("**/pratinjau/")
    ani_page.locator("form[action$='/kirim/'] button").click()
    ani_page.wait_for_url("**/terkirim/")

    budi_page.goto("/ruang/")
    budi_page.locator(".next-step .button").click()
    budi_page.locator("form[action$='/terbitkan/'] button").click()
    budi_page.wait_for_url("**/selesai/terbit/")

    article = ArticlePage.objects.get()
    assert (article.live, article.title) == (True, headline)
    reader_finds(phone(), article)


def no_room_for_citra(page: Page, article: ArticlePage) -> None:
    rooms = ["tulis/{}/", "tulis/{}/foto/", "tulis/{}/pratinjau/", "tulis/{}/terkirim/", "redaksi/{}/"]
    rooms += ["redaksi/{}/banding/", "redaksi/{}/koreksi/", "redaksi/{}/cabut/"]
    seen = {}
    for room in rooms:
        response = page.goto(f"/ruang/{room.format(article.pk)}")
        seen[room] = response.status if response else 0
    assert seen == dict.fromkeys(rooms, 404)
    address = page.goto(article.url)
    assert address is not None
    assert address.status == 404


def reader_finds(page: Page, article: ArticlePage) -> None:
    """An anonymous reader meets the story in four places, and its pictures say nothing about the phone."""
    for address in ("/", "/bangun-mulya/", "/rss.xml"):
        response = page.request.get(address)
        assert (address, response.status, article.title in response.text()) == (address, 200, True)
    page.goto(article.url)
    assert page.locator("h1").inner_text() == article.title
    html = page.content()
    pictures = sorted(set(re.findall(r"/media/images/[\w./]+?\.(?:jpg|webp|avif)", html)))
    assert len(pictures) >= 3 * 3  # three photos in three formats at least
    for address in pictures:
        content = page.request.get(address).body()
        assert (address, photos.traces(content)) == (address, [])


@pytest.mark.slow
def test_story_with_three_photos_survives_a_slow_uplink_and_a_cut(
    live_server: Any, phone: Callable[..., Page], kim_a: KimGroup, ani: User, budi: User
) -> None:
    payloads = [picture(f"IMG_{n}.jpg", photos.phone_jpeg(n), "image/jpeg") for n in (1, 3, 6)]
    page = phone(ani, script=True)
    page.goto("/ruang/tulis/baru/")
    page.locator("[name=headline]").fill(HEADLINE)
    page.locator("[name=lead]").fill(LEAD)
    page.locator("[name=text]").fill(STORY)
    network = page.context.new_cdp_session(page)

    def uplink(*, offline: bool) -> None:
        conditions = {
            "offline": offline,
            "latency": 150,
            "uploadThroughput": 16_000,
            "downloadThroughput": 50_000,
        }
        network.send("Network.emulateNetworkConditions", conditions)

    network.send("Network.enable")
    uplink(offline=False)
    line = page.locator("[data-save-state]")
    page.locator("#pilih").set_input_files(payloads)
    started = time.monotonic()
    expect(line).to_contain_text("foto", timeout=30_000)
    text_took = time.monotonic() - started
    assert ArticlePage.objects.get().draft_title == HEADLINE
    expect(line).to_contain_text(re.compile(r"[1-9] %"), timeout=30_000)
    uplink(offline=True)
    page.wait_for_timeout(3000)
    assert "Sambungan terputus" in line.inner_text()
    uplink(offline=False)
    page.wait_for_url(re.compile(r"/ruang/tulis/\d+/#foto"), timeout=120_000)
    photos_took = time.monotonic() - started
    assert page.locator("section.photo").count() == 3
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert [block.block_type for block in draft.body][-3:] == ["photo"] * 3
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('tulis:'))") == []
    assert text_took <= 5, text_took
    assert photos_took <= 90, photos_took


def test_words_kept_on_the_phone_come_back(
    live_server: Any, phone: Callable[..., Page], kim_a: KimGroup, ani: User
) -> None:
    page = phone(ani, script=True)
    page.goto("/ruang/tulis/baru/")
    page.locator("[name=text]").fill("Kalimat yang diketik di sawah.")
    expect(page.locator("[data-save-state]")).to_contain_text("Tersimpan di HP")
    page.goto("/ruang/")
    page.goto("/ruang/tulis/baru/")
    page.locator("[data-take]").click()
    assert page.locator("[name=text]").input_value() == "Kalimat yang diketik di sawah."
