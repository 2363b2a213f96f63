"""Pictures made in memory as phones, scanners and attackers send them; costly ones once per process."""

import io
import random
import re
import struct
import zipfile
import zlib
from functools import cache

import pillow_heif
from PIL import Image, ImageChops, ImageCms, ImageDraw, TiffImagePlugin

CAMERA = "KimPhone 12"
SCRIPT_TAIL = b"<script>alert('kim')</script>"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Ibu Ani"/></rdf:RDF>'
    b"</x:xmpmeta>"
)
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x10\x1c\x02\x74\x00\x0bHak Bu Ani"
# Long enough not to occur by chance in compressed pixels.
TRACES = (
    b"Exif\x00\x00",
    CAMERA.encode(),
    b"Bu Ani",
    b"Ibu Ani",
    b"adobe:ns:meta",
    b"ns.adobe.com",
    b"Photoshop 3.0",
    b"ICC_PROFILE",
    b"<script",
    b"<?php",
)
_ORIENTATION, _MODEL, _GPS = 0x0112, 0x0110, 0x8825


@cache
def scene(width: int, height: int, seed: int = 7) -> Image.Image:
    """An RGB picture with the detail of a photo: light from the top, shapes of every size, sensor noise."""
    dice = random.Random(seed)
    picture = (
        Image.linear_gradient("L")
        .resize((width, height))
        .point(lambda value: 225 - value // 2)
        .convert("RGB")
    )
    pen = ImageDraw.Draw(picture)
    for number in range(1600):
        # Few large shapes first, then ever smaller ones, as houses, people, leaves and gravel are.
        reach = max(width, height) * 0.3 / (1 + number / 12)
        x, y, hue = dice.randrange(width), dice.randrange(height), dice.randrange(40, 210)
        colour = tuple(max(0, min(255, hue + dice.randrange(-45, 45))) for _ in range(3))
        corners = [(x + dice.uniform(-reach, reach), y + dice.uniform(-reach, reach)) for _ in range(4)]
        pen.polygon(corners, fill=colour)
    for cells, strength in ((height // 12 or 1, 0.16), (height // 3 or 1, 0.1), (height, 0.05)):
        columns = max(1, cells * width // height)
        grain = Image.frombytes("L", (columns, cells), dice.randbytes(columns * cells))
        picture = Image.blend(picture, Image.merge("RGB", [grain.resize((width, height))] * 3), strength)
    return picture


@cache
def exif(orientation: int = 1) -> bytes:
    """An EXIF block with camera, orientation and the place of a house."""
    block = Image.Exif()
    block[_ORIENTATION] = orientation
    block[_MODEL] = CAMERA
    gps = block.get_ifd(_GPS)
    gps[1], gps[3] = "S", "E"
    gps[2] = gps[4] = tuple(TiffImagePlugin.IFDRational(value) for value in (7, 33, 21))
    return block.tobytes()


def jpeg(
    picture: Image.Image, *, orientation: int = 1, metadata: bool = True, quality: int = 88, **options: object
) -> bytes:
    """A JPEG as phones write it, by default with EXIF, GPS, XMP, IPTC and a comment."""
    out = io.BytesIO()
    if metadata:
        options = {"exif": exif(orientation), "xmp": XMP, "comment": b"dari HP Bu Ani", **options}
    picture.save(out, "JPEG", quality=quality, **options)
    content = out.getvalue()
    if metadata:
        content = content[:2] + b"\xff\xed" + struct.pack(">H", len(IPTC) + 2) + IPTC + content[2:]
    return content


@cache
def phone_jpeg(orientation: int = 6) -> bytes:
    """12 megapixels, 4000 × 3000 stored, with every kind of metadata."""
    return jpeg(scene(4000, 3000), orientation=orientation)


@cache
def small_jpeg(orientation: int = 1) -> bytes:
    """640 × 480 stored, with every kind of metadata."""
    return jpeg(scene(640, 480), orientation=orientation)


def quadrants(width: int = 320, height: int = 200) -> Image.Image:
    """Red, green, blue, yellow: upper left, upper right, lower left, lower right."""
    picture = Image.new("RGB", (2, 2))
    picture.putdata([(220, 20, 20), (20, 180, 20), (20, 20, 220), (230, 220, 20)])
    return picture.resize((width, height), Image.Resampling.NEAREST)


@cache
def heic(width: int = 1600, height: int = 1200) -> bytes:
    """A HEIC with EXIF and GPS."""
    out = io.BytesIO()
    heif = pillow_heif.from_pillow(scene(width, height))
    heif.save(out, quality=60, exif=exif(), enc_params={"preset": "ultrafast"})
    return out.getvalue()


@cache
def huge_jpeg(rows: int = 12, progressive: bool = False) -> bytes:
    """12000 × 9024 pixels (108 megapixels) made of one strip repeated `rows` times, cheaply."""
    strip_lines = 752
    content = jpeg(scene(12000, strip_lines), metadata=False, quality=70, restart_marker_rows=1)
    start = content.index(b"\xff\xda")
    entropy_start = start + 2 + struct.unpack(">H", content[start + 2 : start + 4])[0]
    head, entropy = bytearray(content[:entropy_start]), content[entropy_start:-2]
    frame = head.index(b"\xff\xc0")
    struct.pack_into(">H", head, frame + 5, strip_lines * rows)
    if progressive:
        head[frame + 1] = 0xC2
    segments = re.split(rb"\xff[\xd0-\xd7]", entropy) * rows
    body = bytearray(segments[0])
    for number, segment in enumerate(segments[1:]):
        body += bytes((0xFF, 0xD0 + number % 8)) + segment
    return bytes(head + body) + b"\xff\xd9"


@cache
def flood_png(width: int = 11000, height: int = 11000) -> bytes:
    """121 megapixels of RGB in a few kilobytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">L", len(body)) + name + body + struct.pack(">L", zlib.crc32(name + body))

    press = zlib.compressobj(9)
    row = bytes(1 + 3 * width)
    packed = b"".join(press.compress(row) for _ in range(height)) + press.flush()
    header = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def text_as_jpg() -> bytes:
    return b"Ini catatan rapat, bukan foto.\n" * 40


def script_polyglot() -> bytes:
    """A valid JPEG with a script behind its end."""
    return small_jpeg() + SCRIPT_TAIL


def zip_polyglot() -> bytes:
    """A file that is both a valid JPEG and a valid ZIP archive."""
    out = io.BytesIO(small_jpeg())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("muatan.php", "<?php echo 'kim'; ?>")
    return out.getvalue()


@cache
def animated_gif() -> bytes:
    """Three frames; the first is the quadrants."""
    frames = [quadrants(), Image.new("RGB", (320, 200), "black"), Image.new("RGB", (320, 200), "white")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


@cache
def cmyk_jpeg() -> bytes:
    return jpeg(quadrants().convert("CMYK"), metadata=False)


def deep_png() -> bytes:
    """16-bit grey: dark left half (a quarter), bright right half (three quarters)."""
    row = struct.pack("<H", 0x4000) * 160 + struct.pack("<H", 0xC000) * 160
    return png(Image.frombytes("I;16", (320, 200), row * 200))


def alpha_png() -> bytes:
    """Left half nothing, right half solid red."""
    picture = Image.new("RGBA", (320, 200), (0, 0, 0, 0))
    picture.paste((200, 0, 0, 255), (160, 0, 320, 200))
    return png(picture)


def palette_png() -> bytes:
    """The quadrants in a palette, red declared transparent."""
    picture = quadrants().quantize(4)
    return png(picture, transparency=picture.getpixel((0, 0)))


def png(picture: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", **options)
    return out.getvalue()


def webp(picture: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", **options)
    return out.getvalue()


def truncated_jpeg() -> bytes:
    return small_jpeg()[: len(small_jpeg()) // 2]


@cache
def swapped_profile_jpeg() -> bytes:
    """A grey picture whose profile says L*a*b; no reader can apply it to its pixels."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    return jpeg(quadrants(), metadata=False, icc_profile=profile)


@cache
def adobe_like_profile() -> bytes:
    """An RGB profile with a wider green than sRGB, made by patching the sRGB profile's green primary."""
    content = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">L", content[128:132])[0]
    for index in range(count):
        tag, offset, _size = struct.unpack(">4sLL", content[132 + 12 * index : 144 + 12 * index])
        if tag == b"gXYZ":
            struct.pack_into(
                ">lll", content, offset + 8, *(round(v * 65536) for v in (0.2052, 0.6257, 0.0609))
            )
        if tag == b"rXYZ":
            struct.pack_into(
                ">lll", content, offset + 8, *(round(v * 65536) for v in (0.6097, 0.3111, 0.0195))
            )
    return bytes(content)


def mutated(content: bytes, seed: int) -> bytes:
    """The content with flipped bits, a cut end, or both, as the seed says."""
    dice = random.Random(seed)
    changed = bytearray(content)
    for _ in range(dice.choice((0, 1, 4, 20, 200))):
        # Half of the flips go where headers are.
        reach = min(len(changed), 700) if dice.random() < 0.5 else len(changed)
        changed[dice.randrange(reach)] ^= 1 << dice.randrange(8)
    if dice.random() < 0.5:
        del changed[dice.randrange(1, len(changed)) :]
    return bytes(changed)


def opened(content: bytes) -> Image.Image:
    """The picture as any reader decodes it."""
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def traces(content: bytes) -> list[bytes]:
    """What is left in the bytes of the phone, the person or an attack, and metadata a reader would find."""
    found = [trace for trace in TRACES if trace in content]
    return found + [
        key.encode() for key in ("exif", "xmp", "icc_profile", "comment") if opened(content).info.get(key)
    ]


def jpeg_segments(content: bytes) -> list[str]:
    """Markers of a JPEG before its first scan, in hexadecimal."""
    markers, position = [], 2
    while content[position + 1] != 0xDA:
        markers.append(f"{content[position + 1]:02x}")
        position += 2 + struct.unpack_from(">H", content, position + 2)[0]
    return markers


def differs(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures of one size, 0 to 255."""
    grey = ImageChops.difference(first.convert("RGB"), second.convert("RGB")).convert("L")
    values = grey.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return float(values)  # type: ignore[arg-type]
