"""The picture a shared link carries: 1200 × 630 JPEG with headline, drawn at publish, never in a request."""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from core import imaging

SIZE = (1200, 630)
MAX_BYTES = 240 * 1024
MAX_LINES = 4
HEADLINE_SIZES = (84, 72, 64, 58, 52)

PAPER = (252, 251, 247)
INK = (27, 36, 32)
FOREST = (11, 91, 69)
OCHRE_LIGHT = (242, 212, 150)
_MARGIN = 64
_BAND = 118
_FONTS = Path(__file__).parent / "fonts"
_HEADLINE_FONT = "NotoSerif-Bold.ttf"
_LABEL_FONT = "NotoSans-Bold.ttf"
_ELLIPSIS = "…"

Colour = tuple[int, int, int]


def draw(*, headline: str, kicker: str = "", photo: bytes | None = None, name: str = "Warta KIM") -> bytes:
    """A JPEG of 1200 × 630 pixels, at most 240 KB, with the mark and `name` of the network.

    With `photo` (any bytes `core.imaging` takes) the picture fills the card under a dark veil; raises
    ImageRefused when it cannot be read. Without, paper with a forest band.
    """
    card = _on_photo(headline, kicker, photo, name) if photo else _on_paper(headline, kicker, name)
    return imaging.encode_jpeg(card, MAX_BYTES)


def wrap(text: str, font: ImageFont.FreeTypeFont, width: int, max_lines: int = MAX_LINES) -> list[str]:
    """Lines no wider than `width` pixels; long words break, what is too much ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in " ".join(text.split()).split(" "):
        if _fits(f"{line} {word}".strip(), font, width):
            line = f"{line} {word}".strip()
            continue
        if line:
            lines.append(line)
        while not _fits(word, font, width) and len(lines) <= max_lines:
            cut = _longest_start(word, font, width)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
        if len(lines) > max_lines:
            break
    if line:
        lines.append(line)
    if len(lines) <= max_lines:
        return lines
    last = lines[max_lines - 1]
    while last and not _fits(last + _ELLIPSIS, font, width):
        last = last[:-1]
    return [*lines[: max_lines - 1], last.rstrip(" ,.;:-–—") + _ELLIPSIS]


def _fits(text: str, font: ImageFont.FreeTypeFont, width: int) -> bool:
    return font.getlength(text) <= width


def _longest_start(word: str, font: ImageFont.FreeTypeFont, width: int) -> int:
    cut = len(word)
    while cut > 1 and not _fits(word[:cut], font, width):
        cut -= max(1, cut // 16)
    return cut


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / name, size)


def _set_headline(
    text: str, width: int, height: int, sizes: tuple[int, ...] = HEADLINE_SIZES
) -> tuple[list[str], ImageFont.FreeTypeFont, int]:
    """Lines, font and line height of the largest size that takes the whole headline, or of the last."""
    for size in sizes:
        font, leading = _font(_HEADLINE_FONT, size), round(size * 1.22)
        allowed = min(MAX_LINES, height // leading)
        lines = wrap(text, font, width, allowed)
        whole = "".join("".join(lines).split()) == "".join(text.split())
        # Three lines at a smaller size read better in a thumbnail than four large ones.
        if whole and (len(lines) < MAX_LINES or size == sizes[-1]):
            break
    return lines, font, leading


def _on_paper(headline: str, kicker: str, name: str) -> Image.Image:
    card = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(card)
    width, height = SIZE
    pen.rectangle((0, height - _BAND, width, height), fill=FOREST)
    _sign(card, name, height - _BAND // 2, PAPER, FOREST)
    label = 56 if kicker.strip() else 0
    room = height - _BAND - 96
    lines, font, leading = _set_headline(headline, width - 2 * _MARGIN, room - label)
    top = 40 + (room - label - len(lines) * leading) // 2
    if label:
        _label(pen, (_MARGIN, top), kicker, FOREST, width - 2 * _MARGIN)
        top += label
    for number, line in enumerate(lines):
        pen.text((_MARGIN, top + number * leading), line, font=font, fill=INK)
    return card


def _on_photo(headline: str, kicker: str, photo: bytes, name: str) -> Image.Image:
    card = _filled(photo)
    width, height = SIZE
    lines, font, leading = _set_headline(headline, width - 2 * _MARGIN, height - 250, HEADLINE_SIZES[1:])
    foot = height - 48
    headline_top = foot - len(lines) * leading
    kicker_top = headline_top - 52 if kicker.strip() else headline_top
    card.paste(Image.new("RGB", SIZE, (10, 20, 16)), mask=_veil(kicker_top - 170, kicker_top - 10))
    pen = ImageDraw.Draw(card)
    if kicker.strip():
        _label(pen, (_MARGIN, kicker_top), kicker, OCHRE_LIGHT, width - 2 * _MARGIN)
    for number, line in enumerate(lines):
        pen.text((_MARGIN, headline_top + number * leading), line, font=font, fill=PAPER)
    return _with_tab(card, name)


def _filled(photo: bytes) -> Image.Image:
    """The photo cut to the card; a little more is kept of the upper part, where faces are."""

    def covering(width: int, height: int) -> tuple[int, int]:
        scale = max(SIZE[0] / width, SIZE[1] / height)
        return max(SIZE[0], round(width * scale)), max(SIZE[1], round(height * scale))

    picture = imaging.open_picture(photo, covering)
    left, top = (picture.width - SIZE[0]) // 2, round((picture.height - SIZE[1]) * 0.38)
    return picture.crop((left, top, left + SIZE[0], top + SIZE[1]))


def _veil(start: int, full: int) -> Image.Image:
    """A mask: nothing above `start`, nearly dark from `full` on, so that text keeps 7:1 on any photo."""
    height = SIZE[1]
    column = Image.new("L", (1, height))
    for y in range(height):
        share = min(1.0, max(0.0, (y - start) / max(1, full - start)))
        column.putpixel((0, y), round(205 * share * share * (3 - 2 * share)))
    return column.resize(SIZE)


def _with_tab(card: Image.Image, name: str) -> Image.Image:
    """The mark and name on a forest tab that hangs from the upper edge."""
    font = _font(_LABEL_FONT, 30)
    width = 44 + 16 + round(font.getlength(name)) + 56
    pen = ImageDraw.Draw(card)
    pen.rectangle((_MARGIN - 28, 0, _MARGIN - 28 + width, 84), fill=FOREST)
    mark = mark_mask(44)
    card.paste(PAPER, (_MARGIN, 20), mark)
    pen.text((_MARGIN + 60, 42), name, font=font, fill=PAPER, anchor="lm")
    return card


def _sign(card: Image.Image, name: str, middle: int, colour: Colour, ground: Colour) -> None:
    mark = mark_mask(60)
    card.paste(colour, (_MARGIN, middle - 30), mark)
    ImageDraw.Draw(card).text(
        (_MARGIN + 82, middle), name, font=_font(_LABEL_FONT, 36), fill=colour, anchor="lm"
    )


def _label(pen: ImageDraw.ImageDraw, at: tuple[int, int], text: str, colour: Colour, width: int) -> None:
    font = _font(_LABEL_FONT, 28)
    pen.text(at, wrap(text, font, width, 1)[0], font=font, fill=colour)


# The four panels of templates/icons/mark.svg in its own units (24 × 24, moved right by 0.75).
MARK_PANELS = (
    ((0, 1.5), (4.5, 7.5), (4.5, 21), (0, 15)),
    ((6, 7.5), (10.5, 3), (10.5, 16.5), (6, 21)),
    ((12, 3), (16.5, 7.5), (16.5, 21), (12, 16.5)),
    ((18, 7.5), (22.5, 1.5), (22.5, 15), (18, 21)),
)


@cache
def mark_mask(size: int) -> Image.Image:
    """The mark (templates/icons/mark.svg) in one colour: a W folded from four panels of a newspaper."""
    scale = 8
    edge = size * scale
    mask = Image.new("L", (edge, edge))
    pen = ImageDraw.Draw(mask)
    for panel in MARK_PANELS:
        pen.polygon([((x + 0.75) / 24 * edge, y / 24 * edge) for x, y in panel], fill=255)
    return mask.resize((size, size), Image.Resampling.LANCZOS)
