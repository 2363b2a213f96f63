"""The share card: size, weight, wrapping, contrast."""

import io

import pytest
from PIL import Image, ImageFont

from core import imaging, share_card
from tests import photos

HEADLINE = "Panen raya padi di Sukamaju naik dua kali lipat berkat irigasi tetes"
LONG = f"{HEADLINE}, dua puluh kelompok tani belajar bersama relawan KIM se-kabupaten di balai desa " * 3


def opened(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def font(size: int = 60) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(share_card._FONTS / "NotoSerif-Bold.ttf", size)


def luminance(colour: tuple[int, ...]) -> float:
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize(
    "headline", [HEADLINE, LONG, "Buka", "", "Kesejahteraan" * 30, "Café Ñandú 100 % – “siap”"]
)
@pytest.mark.parametrize("with_photo", [True, False])
def test_draw_gives_a_light_jpeg_of_open_graph_size(headline: str, with_photo: bool) -> None:
    photo = photos.small_jpeg() if with_photo else None
    content = share_card.draw(headline=headline, kicker="KIM Mekar Jaya", photo=photo)
    picture = opened(content)
    assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    assert len(content) < 250 * 1000


def test_draw_of_the_noisiest_photo_stays_light() -> None:
    noise = Image.frombytes("RGB", (1300, 700), photos.random.Random(5).randbytes(1300 * 700 * 3))
    assert len(share_card.draw(headline=HEADLINE, kicker="KIM", photo=photos.jpeg(noise))) < 250 * 1000


def test_draw_without_photo_is_paper_with_a_forest_band() -> None:
    picture = opened(share_card.draw(headline="Buka", kicker="", photo=None))
    spots = ((1190, 10), (1190, 620))
    expected = (share_card.PAPER, share_card.FOREST)
    assert [
        max(abs(a - b) for a, b in zip(picture.getpixel(spot), colour, strict=True)) <= 4
        for spot, colour in zip(spots, expected, strict=True)
    ] == [True, True]


@pytest.mark.parametrize("headline", [HEADLINE, LONG])
def test_draw_keeps_contrast_of_7_on_a_white_photo(headline: str) -> None:
    white = photos.jpeg(Image.new("RGB", (1200, 800), "white"), metadata=False)
    picture = opened(share_card.draw(headline=headline, kicker="KIM Mekar", photo=white))
    # Left of the text the veil stands bare; the kicker is the highest text, the first row with its colour.
    rows = [
        y
        for y in range(630)
        if any(picture.getpixel((x, y))[2] < picture.getpixel((x, y))[0] - 60 for x in range(64, 200))
    ]
    ground = luminance(picture.getpixel((20, rows[0])))
    foot = luminance(picture.getpixel((20, 600)))
    assert (luminance(share_card.OCHRE_LIGHT) + 0.05) / (ground + 0.05) >= 7
    assert (luminance(share_card.PAPER) + 0.05) / (foot + 0.05) >= 7


@pytest.mark.parametrize("size", [(200, 1600), (1600, 200), (640, 480)])
def test_draw_fills_the_card_with_a_photo_of_any_shape(size: tuple[int, int]) -> None:
    photo = photos.jpeg(Image.new("RGB", size, (200, 40, 40)), metadata=False)
    picture = opened(share_card.draw(headline="Buka", kicker="", photo=photo))
    for spot in ((2, 120), (1197, 2), (1197, 120)):
        assert max(abs(a - b) for a, b in zip(picture.getpixel(spot), (200, 40, 40), strict=True)) <= 12


def test_draw_differs_by_kicker() -> None:
    first = share_card.draw(headline=HEADLINE, kicker="KIM Mekar", photo=None)
    assert first != share_card.draw(headline=HEADLINE, kicker="KIM Tirta", photo=None)
    assert first == share_card.draw(headline=HEADLINE, kicker="KIM Mekar", photo=None)


def test_draw_refuses_a_damaged_photo() -> None:
    with pytest.raises(imaging.ImageRefused):
        share_card.draw(headline=HEADLINE, kicker="", photo=photos.truncated_jpeg())


def test_wrap_keeps_all_words_that_fit() -> None:
    lines = share_card.wrap("  Panen \n raya\tdi Sukamaju ", font(), 2000)
    assert lines == ["Panen raya di Sukamaju"]


def test_wrap_breaks_a_long_word() -> None:
    lines = share_card.wrap("a" * 100, font(), 600, 20)
    assert "".join(lines) == "a" * 100
    assert all(font().getlength(line) <= 600 for line in lines)


def test_wrap_ends_in_an_ellipsis_within_the_width() -> None:
    lines = share_card.wrap(LONG, font(), 700, 4)
    assert len(lines) == 4
    assert [line.endswith("…") for line in lines] == [False, False, False, True]
    assert max(font().getlength(line) for line in lines) <= 700


def test_wrap_of_nothing_is_nothing() -> None:
    assert share_card.wrap("   ", font(), 600) == []


def test_mark_is_readable_at_16_pixels() -> None:
    mark = share_card.mark_mask(16)
    inked = sum(value > 128 for value in mark.tobytes())
    assert mark.size == (16, 16)
    assert 40 <= inked <= 130
