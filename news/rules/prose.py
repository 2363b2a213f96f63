"""Words, sentences and telling words of Indonesian news prose."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:[-'’.,:/]\w+)*")
# A full stop after these does not end a sentence.
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|RT|RW|No|Jl|Hj|Dr|Drs|Dra|Ir|Kec|Kab|Prof|S\.[A-Z]\w*|M\.[A-Z]\w*)\.(?=\s)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])|\n+")
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")

_WHEN = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad|januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|november|desember|kemarin|besok|lusa|tadi\s+(?:pagi|siang|sore|malam)|"
    r"(?:pagi|siang|sore|malam|hari|pekan|minggu|bulan|tahun)\s+(?:ini|lalu|depan)|pukul|tanggal|sejak|"
    r"[0-9]{1,2}[/-][0-9]{1,2}(?:[/-][0-9]{2,4})?)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:[Dd]i|[Dd]ari|[Kk]e)\s+(?:[A-Z]\w+|(?:balai|kantor|lapangan|rumah|sawah|kebun|pasar|sekolah|masjid|"
    r"musala|gereja|pantai|dermaga|sungai|jalan|posyandu|puskesmas|gedung|aula|halaman|dusun|desa|kelurahan)\b)"
    r"|\b(?:Desa|Kelurahan|Kecamatan|Dusun|RT|RW|Kampung|Balai|Kantor|Blok|Pantai|[Tt]eluk)\s+[A-Z0-9]"
    r"|\b(?:[Ww]arga|[Pp]etani|[Nn]elayan|[Pp]etambak|[Pp]eternak)\s+[A-Z][a-z]"
)
_WHY_HOW = re.compile(
    r"\b(?:karena|sebab|lantaran|akibat\w*|disebabkan|agar|supaya|demi|guna|bertujuan|tujuan\w*|alasan\w*|"
    r"berkat|sehingga|untuk\s+(?:me|mem|men|meng|meny)\w+|dengan\s+cara|cara\w*|melalui|lewat|secara|"
    r"mulai\s+dari|setelah\s+itu|kemudian|langkah\w*|tahap\w*)\b",
    re.IGNORECASE,
)
# Established terms keep their words: kejadian luar biasa is a public-health alarm, not praise.
_OPINION = re.compile(
    r"(?<!kejadian )(?<!sekolah )(?<!rapat )(?<!musyawarah )(?<!sidang )\bluar\s+biasa\b|"
    r"\b(?:(?:sangat\s+|begitu\s+|sungguh\s+)?(?:mengharukan|menakjubkan|memukau|membanggakan|memprihatinkan|"
    r"mengagumkan|menyedihkan|memalukan|mengecewakan)|sangat\s+(?:meriah|indah|bagus|hebat|antusias|disayangkan|"
    r"sukses|luar)|sukses\s+besar|fantastis|spektakuler|dahsyat|keren|mantap|tiada\s+duanya|tiada\s+tara|"
    r"patut\s+diacungi\s+jempol|tidak\s+becus|(?<!-)sungguh(?!-)|alangkah|betapa|sayangnya|tentunya|"
    r"menurut\s+(?:saya|kami|penulis)|penulis\s+(?:merasa|berpendapat)|hebatnya|anehnya|konyol)\b",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Return the words of `text`; figures and hyphenated words count as one."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`; a line end always ends one."""
    guarded = _ABBREVIATION.sub(lambda match: match[0][:-1] + " ", text)
    return [part.strip() for part in _SENTENCE_END.split(guarded) if words(part)]


def quoted_passages(text: str) -> int:
    """Return how many passages of at least three words stand in quotation marks."""
    return sum(1 for passage in _QUOTED.findall(text) if len(words(passage)) >= 3)


def says_when(text: str) -> bool:
    return _WHEN.search(text) is not None


def says_where(text: str) -> bool:
    return _WHERE.search(text) is not None


def why_how_words(text: str) -> int:
    """Return how many words that introduce a reason or a manner stand in `text`."""
    return len(_WHY_HOW.findall(text))


def opinion_words(text: str) -> tuple[str, ...]:
    """Return judging words outside quotation marks, in order."""
    return tuple(match[0] for match in _OPINION.finditer(_QUOTED.sub(" ", text)))
