"""Pure limits of pictures: kind by magic bytes, size from headers, fitting, rendition widths, budgets."""

import re
import struct
from dataclasses import dataclass

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 40_000_000
# JPEG alone decodes at a half, a quarter or an eighth, so a 108 megapixel phone photo costs little memory.
MAX_JPEG_PIXELS = 120_000_000
# A JPEG of several scans is held whole as coefficients before its first pixel, reduced decode or not.
MAX_COEFFICIENT_BYTES = 256 * 1024 * 1024
# Cameras write about ten scans. Thousands cost hours of work for a small file.
MAX_SCANS = 64
LONGEST_EDGE = 2560
SHORTEST_EDGE = 32

ACCEPTED_KINDS = ("jpeg", "png", "webp", "heif", "gif")
RENDITION_WIDTHS = (360, 720, 1080)
RENDITION_FORMATS = ("avif", "webp", "jpeg")

# Tried from left to right until the picture fits its budget; the last one is taken as it comes.
QUALITY_STEPS = {
    "avif": (50, 42, 34, 26, 18),
    "webp": (70, 58, 46, 34, 22, 12),
    "jpeg": (76, 66, 56, 46, 36),
}
_KB = 1024
_BUDGETS = {
    "avif": {360: 40 * _KB, 720: 60 * _KB, 1080: 120 * _KB},
    "webp": {360: 40 * _KB, 720: 60 * _KB, 1080: 120 * _KB},
    "jpeg": {360: 70 * _KB, 720: 140 * _KB, 1080: 240 * _KB},
}

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"}
_HEIF_SHELLS = {b"mif1", b"msf1"}
_BEYOND_ENTROPY = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_FRAME_MARKERS = {0xC0, 0xC1, 0xC2}
_STRANGE_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_BARE_MARKERS = {0x01, *range(0xD0, 0xD9)}


@dataclass(frozen=True)
class JpegFrame:
    """What the headers of a JPEG say. `coefficient_bytes` is 0 when it decodes line by line."""

    width: int
    height: int
    coefficient_bytes: int
    scans: int


def kind_of(head: bytes) -> str:
    """The kind by the first 64 bytes: one of ACCEPTED_KINDS, "other" if known but refused, "" for none."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        brands = {head[i : i + 4] for i in (8, *range(16, min(len(head), 64) - 3, 4))}
        main = head[8:12]
        is_heif = main in _HEIF_BRANDS or (main in _HEIF_SHELLS and bool(brands & _HEIF_BRANDS))
        return "heif" if is_heif else "other"
    start = head.lstrip().lower()
    if head.startswith(
        (b"BM", b"II*\x00", b"MM\x00*", b"8BPS", b"%PDF-", b"\x1aE\xdf\xa3", b"\x00\x00\x01\x00")
    ):
        return "other"
    return "other" if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in start) else ""


def pixel_limit(kind: str) -> int:
    """The most pixels a picture of this kind may have."""
    return MAX_JPEG_PIXELS if kind == "jpeg" else MAX_PIXELS


def fit(width: int, height: int, longest: int = LONGEST_EDGE) -> tuple[int, int]:
    """Width and height in the same proportion with no edge over `longest`; never larger, never below 1."""
    edge = max(width, height)
    if edge <= longest:
        return width, height
    return max(1, round(width * longest / edge)), max(1, round(height * longest / edge))


def at_width(width: int, height: int, wanted: int) -> tuple[int, int]:
    """The size in the same proportion at `wanted` pixels of width; never larger than the source."""
    if width <= wanted:
        return width, height
    return wanted, max(1, round(height * wanted / width))


def rendition_sizes(
    width: int, height: int, widths: tuple[int, ...] = RENDITION_WIDTHS
) -> list[tuple[int, int, int]]:
    """(named width, width, height) from small to large; a narrow source ends the list with its own size."""
    sizes: list[tuple[int, int, int]] = []
    for named in sorted(widths):
        sizes.append((named, *at_width(width, height, named)))
        if width <= named:
            break
    return sizes


def byte_budget(picture_format: str, named_width: int) -> int:
    """The most bytes a rendition of this format and named width should weigh (the next larger if unnamed)."""
    budgets = _BUDGETS[picture_format]
    return next((budgets[width] for width in sorted(budgets) if named_width <= width), max(budgets.values()))


def webp_size(head: bytes) -> tuple[int, int] | None:
    """Canvas width and height from the first 30 bytes of a WebP, None when they do not say."""
    chunk = head[12:16]
    if chunk == b"VP8X" and len(head) >= 30:
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if chunk == b"VP8 " and head[23:26] == b"\x9d\x01\x2a" and len(head) >= 30:
        width, height = struct.unpack_from("<HH", head, 26)
        return width & 0x3FFF, height & 0x3FFF
    if chunk == b"VP8L" and head[20:21] == b"\x2f" and len(head) >= 25:
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def jpeg_frame(data: bytes) -> JpegFrame | None:
    """Size, memory need and number of scans of a JPEG; None when its headers are broken or of a rare kind."""
    frame: tuple[int, int, int, int, bool] | None = None
    position = 2
    while True:
        found = data.find(b"\xff", position)
        if found < 0 or found + 4 > len(data):
            return None
        marker, position = data[found + 1], found + 1
        if marker in (0xFF, 0x00) or marker in _BARE_MARKERS:
            continue
        if marker == 0xD9 or marker in _STRANGE_FRAMES:
            return None
        start, length = found + 4, struct.unpack_from(">H", data, found + 2)[0]
        position = found + 2 + length
        if marker in _FRAME_MARKERS:
            frame = frame or _frame_header(data[start:position], marker == 0xC2)
            if frame is None:
                return None
        elif marker == 0xDA:
            break
    if frame is None or start >= len(data):
        return None
    width, height, components, coefficient_bytes, progressive = frame
    if not progressive and data[start] >= components:
        return JpegFrame(width, height, 0, 1)
    return JpegFrame(width, height, coefficient_bytes, 1 + _further_scans(data, position))


def _frame_header(body: bytes, progressive: bool) -> tuple[int, int, int, int, bool] | None:
    """(width, height, components, bytes of all coefficients, progressive); None for a broken header."""
    if len(body) < 6 or len(body) < 6 + 3 * body[5] or not body[5]:
        return None
    height, width, components = struct.unpack_from(">HHB", body, 1)
    factors = [(body[7 + 3 * i] >> 4, body[7 + 3 * i] & 15) for i in range(components)]
    across, down = max(f[0] for f in factors), max(f[1] for f in factors)
    if not width or not height or not all(h and v for h, v in factors):
        return None
    samples = sum(width * h * height * v for h, v in factors) // (across * down)
    return width, height, components, samples * 2, progressive


def _further_scans(data: bytes, position: int) -> int:
    """The scans after the first one, counted up to just over MAX_SCANS."""
    scans = 0
    while scans <= MAX_SCANS:
        match = _BEYOND_ENTROPY.search(data, position)
        if match is None or match[0] == b"\xff\xd9" or match.end() + 2 > len(data):
            break
        scans += match[0] == b"\xff\xda"
        position = match.end() + max(2, struct.unpack_from(">H", data, match.end())[0])
    return scans
