"""Pictures in, clean pictures out: checks before decode, no metadata, renditions from one decode."""

import contextlib
import hashlib
import io
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from PIL import GifImagePlugin, Image, ImageCms, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin
from pillow_heif.as_plugin import HeifImageFile

from core.rules import images as rules

logger = logging.getLogger(__name__)

PAPER = (252, 251, 247)
ORIGINAL_QUALITY = 85
AVIF_SPEED = 8
BAND_PIXELS = 2_000_000

# The decoders are called by name: no other format can be reached, and no global limit of Pillow is touched.
_DECODERS: dict[str, Callable[[BinaryIO], ImageFile.ImageFile]] = {
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
    "gif": GifImagePlugin.GifImageFile,
    "heif": HeifImageFile,
}
_TRANSPOSE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ORIENTATION_TAG = 0x0112
# One decode at a time per process: the peak of memory is that of one picture, however many people upload.
_ONE_DECODE = threading.Lock()

Size = tuple[int, int]


class ImageRefused(Exception):
    """A picture we do not take.

    Codes: empty, too_many_bytes, not_an_image, unsupported_kind, too_many_pixels, broken, too_small.
    """

    def __init__(self, code: str, **params: int | str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True)
class CleanImage:
    """A re-encoded picture: sRGB JPEG, no metadata. `sha256` and `colour` (#rrggbb, average) describe it."""

    content: bytes = field(repr=False)
    extension: str
    width: int
    height: int
    sha256: str
    colour: str


@dataclass(frozen=True)
class RenditionFile:
    """One public size. `spec_width` is the width it stands for; `width` is less when the source is narrow."""

    spec_width: int
    width: int
    height: int
    format: str
    quality: int
    content: bytes = field(repr=False)


def sanitise(file: BinaryIO, *, filename: str = "") -> CleanImage:
    """Decode an uploaded picture and write it anew, always as JPEG on paper white, longest edge 2560 px.

    `filename` is only logged: the kind is read from the bytes. Raises ImageRefused.
    """
    data = _read(file)
    picture = _decoded(data, rules.fit, filename)
    content = _encode(picture, "jpeg", ORIGINAL_QUALITY)
    average = picture.resize((1, 1), Image.Resampling.BOX).tobytes()
    return CleanImage(
        content=content,
        extension="jpg",
        width=picture.width,
        height=picture.height,
        sha256=hashlib.sha256(content).hexdigest(),
        colour=f"#{average.hex()}",
    )


def make_renditions(
    source: BinaryIO, *, widths: tuple[int, ...] = rules.RENDITION_WIDTHS
) -> list[RenditionFile]:
    """All public sizes of a stored original from one decode: AVIF, WebP and JPEG per width, within budget.

    Never upscales: a source narrower than a width gives its own width once, and wider ones are left out.
    Raises ImageRefused for a source that cannot be read.
    """
    largest = max(widths)
    picture = _decoded(_read(source), lambda width, height: rules.at_width(width, height, largest), "")
    files: list[RenditionFile] = []
    for spec_width, width, height in rules.rendition_sizes(picture.width, picture.height, widths):
        sized = _resized(picture, (width, height))
        for name in rules.RENDITION_FORMATS:
            content, quality = _encode_within(sized, name, rules.byte_budget(name, spec_width))
            files.append(RenditionFile(spec_width, width, height, name, quality, content))
    return files


def open_picture(content: bytes, target: Callable[[int, int], Size]) -> Image.Image:
    """An upright sRGB picture of the size `target(width, height)` names, decoded with all checks."""
    return _decoded(_read(io.BytesIO(content)), target, "")


def encode_jpeg(picture: Image.Image, budget: int) -> bytes:
    """JPEG bytes of a picture at the best of the quality steps that fits `budget` bytes."""
    return _encode_within(picture, "jpeg", budget, (88, *rules.QUALITY_STEPS["jpeg"]))[0]


def _read(file: BinaryIO) -> bytes:
    # Form fields look into an upload before us and leave it anywhere.
    if file.seekable():
        file.seek(0)
    data = file.read(rules.MAX_BYTES + 1)
    if not data:
        raise ImageRefused("empty")
    if len(data) > rules.MAX_BYTES:
        raise ImageRefused("too_many_bytes", limit=rules.MAX_BYTES // (1024 * 1024))
    return data


def _decoded(data: bytes, target: Callable[[int, int], Size], filename: str) -> Image.Image:
    """The picture upright, in sRGB, flat, at `target` of its shown size."""
    kind = rules.kind_of(data[:64])
    if not kind:
        raise ImageRefused("not_an_image")
    if kind not in rules.ACCEPTED_KINDS:
        raise ImageRefused("unsupported_kind")
    try:
        _check_before_decoder(data, kind)
        with _ONE_DECODE:
            return _decode(data, kind, target)
    except ImageRefused:
        raise
    except (
        Exception
    ) as error:  # hostile bytes make decoders raise nearly anything; none of it may reach a page
        logger.info("picture refused as broken: %s, %s, %s", kind, type(error).__name__, filename[-80:])
        raise ImageRefused("broken") from error


def _check_size(kind: str, width: int, height: int) -> None:
    limit = rules.pixel_limit(kind)
    if width * height > limit:
        raise ImageRefused("too_many_pixels", limit=limit // 1_000_000, pixels=round(width * height / 1e6))
    if min(rules.fit(width, height)) < rules.SHORTEST_EDGE:
        raise ImageRefused("too_small", limit=rules.SHORTEST_EDGE)


def _check_before_decoder(data: bytes, kind: str) -> None:
    """Refuse what would cost memory or time in the mere opening of a decoder."""
    if kind == "webp":
        size = rules.webp_size(data[:30])
        if size is None:
            raise ImageRefused("broken")
        _check_size(kind, *size)
    elif kind == "jpeg":
        frame = rules.jpeg_frame(data)
        if frame is None:
            raise ImageRefused("broken")
        _check_size(kind, frame.width, frame.height)
        if frame.coefficient_bytes > rules.MAX_COEFFICIENT_BYTES:
            pixels = round(frame.width * frame.height / 1e6)
            raise ImageRefused("too_many_pixels", limit=rules.MAX_PIXELS // 1_000_000, pixels=pixels)
        if frame.scans > rules.MAX_SCANS:
            raise ImageRefused("broken")


def _decode(data: bytes, kind: str, target: Callable[[int, int], Size]) -> Image.Image:
    image = _DECODERS[kind](io.BytesIO(data))
    _check_size(kind, *image.size)
    # libheif turns the pixels itself; its orientation tag is only a memory of that.
    orientation = 1 if kind == "heif" else _orientation(image)
    turned = orientation >= 5
    shown = image.size[::-1] if turned else image.size
    wanted = target(*shown)
    wanted = wanted[::-1] if turned else wanted
    if kind == "jpeg":
        image.draft(None, wanted)
    profile = image.info.get("icc_profile")
    image.load()
    _check_size(kind, *image.size)
    small = _resized(_reduced(image, wanted), wanted)
    del image
    flat = _in_srgb(small, profile)
    if orientation in _TRANSPOSE:
        flat = flat.transpose(_TRANSPOSE[orientation])
    flat.info.clear()
    return flat


def _orientation(image: Image.Image) -> int:
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # broken metadata is no reason to lose the picture; it is dropped anyway
        return 1
    return value if value in range(1, 9) else 1


def _reduced(image: Image.Image, wanted: Size) -> Image.Image:
    """An 8-bit copy, by a whole factor smaller but not below `wanted`, made band by band to spare memory."""
    factor = max(1, min(image.width // wanted[0], image.height // wanted[1]))
    if factor == 1 and image.mode == "RGB" and "transparency" not in image.info:
        return image
    rows = factor * max(1, BAND_PIXELS // image.width // factor)
    result: Image.Image | None = None
    for top in range(0, image.height, rows):
        band = image.crop((0, top, image.width, min(top + rows, image.height)))
        band.info = image.info
        band = _eight_bit(band).reduce(factor)
        if result is None:
            result = Image.new(band.mode, (band.width, -(-image.height // factor)))
        result.paste(band, (0, top // factor))
    if result is None:
        raise ImageRefused("broken")
    return result


def _eight_bit(image: Image.Image) -> Image.Image:
    """The picture as L, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):
        # The picture formats we take hold 16 bits in these modes; converting alone would clip.
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBa"):
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _resized(image: Image.Image, size: Size) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture as RGB on paper white; the embedded profile is applied once and forgotten."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colour = image.convert("RGB") if alpha is not None else image
    if profile:
        # A profile that does not fit the pixels is ignored, as browsers do.
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            applied = ImageCms.profileToProfile(
                colour,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
            colour = applied or colour
    colour = colour.convert("RGB")
    if alpha is None:
        return colour
    paper = Image.new("RGB", colour.size, PAPER)
    paper.paste(colour, mask=alpha)
    return paper


def _encode_within(
    picture: Image.Image, name: str, budget: int, steps: tuple[int, ...] | None = None
) -> tuple[bytes, int]:
    """Bytes and quality of the first step within the budget, or of the last step."""
    content, quality = b"", 0
    for quality in steps or rules.QUALITY_STEPS[name]:
        content = _encode(picture, name, quality)
        if len(content) <= budget:
            break
    return content, quality


def _encode(picture: Image.Image, name: str, quality: int) -> bytes:
    out = io.BytesIO()
    if name == "avif":
        picture.save(out, "AVIF", quality=quality, speed=AVIF_SPEED)
    elif name == "webp":
        picture.save(out, "WEBP", quality=quality, method=4)
    else:
        picture.save(out, "JPEG", quality=quality, progressive=True, optimize=True)
    return out.getvalue()
