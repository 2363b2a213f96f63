"""Spelling traps of village news and their standard form (EYD edition V, 2022, and KBBI)."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Place words that `di` and `ke` stand apart from.
_AT_PLACE = """
mana sini sana situ rumah kantor sekolah pasar sawah desa kampung kelurahan kecamatan kabupaten balai
jalan sungai pantai kebun ladang masjid gereja lapangan posyandu puskesmas dusun kota laut atas bawah
depan belakang dalam luar samping tengah antara sekitar tempat lokasi
"""
_TO_PLACE = "mana sini sana situ rumah kantor sekolah pasar sawah desa kampung kota depan belakang atas"

# Verbs that `di-` is written together with. Words that also name a place or thing stay out.
_VERBS = """
lakukan laksanakan adakan hadiri gelar buka ikuti pimpin bagikan berikan salurkan serahkan bentuk hasilkan
jelaskan katakan sampaikan ucapkan harapkan mulai lanjutkan tanam panen olah jual beli pasarkan produksi bantu
dukung bangun perbaiki bersihkan resmikan sepakati tetapkan tentukan pilih kelola gunakan pakai temukan
dapatkan terima peroleh tutup undang kunjungi dampingi karenakan sebabkan
"""

# wrong=standard, lower case; a space stands for any white space.
_WORDS = """
aktifitas=aktivitas|efektifitas=efektivitas|kreatifitas=kreativitas|produktifitas=produktivitas|analisa=analisis
antri=antre|apotik=apotek|atlit=atlet|cabe=cabai|diagnosa=diagnosis|do'a=doa|ekstrim=ekstrem|faham=paham
frekwensi=frekuensi|hakekat=hakikat|handal=andal|hektar=hektare|himbau=imbau|himbauan=imbauan
menghimbau=mengimbau|dihimbau=diimbau|hutang=utang|ijasah=ijazah|ijin=izin|idul fitri=Idulfitri
idul adha=Iduladha|jadual=jadwal|jaman=zaman|jum'at=Jumat|kadaluarsa=kedaluwarsa|kadaluwarsa=kedaluwarsa
kaos=kaus|karir=karier|karna=karena|komplit=komplet|konkrit=konkret|kuatir=khawatir|kwalitas=kualitas
kwitansi=kuitansi|lembab=lembap|lobang=lubang|ma'af=maaf|merubah=mengubah|dirubah=diubah|mesjid=masjid
milyar=miliar|moderen=modern|musholla=musala|mushola=musala|nasehat=nasihat|nafas=napas|nopember=November
obyek=objek|subyek=subjek|pebruari=Februari|praktek=praktik|prosentase=persentase|propinsi=provinsi
ramadhan=Ramadan|raport=rapor|rejeki=rezeki|resiko=risiko|sekedar=sekadar|sekertaris=sekretaris|sholat=salat
silahkan=silakan|sistim=sistem|standarisasi=standardisasi|supir=sopir|survey=survei|tauladan=teladan
tehnik=teknik|tehnologi=teknologi|telor=telur|trampil=terampil|ustad=ustaz|ustadz=ustaz|varitas=varietas
antar desa=antardesa|antar warga=antarwarga|pasca panen=pascapanen|pra sejahtera=prasejahtera
non aktif=nonaktif|kerjasama=kerja sama|terimakasih=terima kasih|tandatangan=tanda tangan
tanggungjawab=tanggung jawab|orangtua=orang tua|beritahu=beri tahu|gotong-royong=gotong royong
anak anak=anak-anak|bersama sama=bersama-sama|masing masing=masing-masing|ibu ibu=ibu-ibu
bapak bapak=bapak-bapak|rata rata=rata-rata|sehari hari=sehari-hari
"""

TRAPS: dict[str, str] = {
    **{f"di{word}": f"di {word}" for word in _AT_PLACE.split()},
    **{f"ke{word}": f"ke {word}" for word in _TO_PLACE.split()},
    **{f"di {word}": f"di{word}" for word in _VERBS.split()},
    **dict(pair.split("=") for line in _WORDS.strip().splitlines() for pair in line.split("|")),
}
_TRAP = re.compile(
    r"(?<![\w'-])(?:"
    + "|".join(re.escape(trap).replace(r"\ ", r"\s+") for trap in sorted(TRAPS, key=len, reverse=True))
    + r")(?![\w'-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SpellingMatch:
    """A trap as it stands in the text, its standard form in the same case, its place in characters."""

    found: str
    standard: str
    start: int


def spelling_matches(text: str) -> tuple[SpellingMatch, ...]:
    """Return the traps in `text` in order. A hint for the writer, not a verdict: names may be spelt so."""
    straight = text.replace("’", "'").replace("‘", "'")
    matches: list[SpellingMatch] = []
    for match in _TRAP.finditer(straight):
        trap = " ".join(match[0].split())
        if re.match(r"[Dd]i [A-Z]", trap):
            continue  # a place: di Bangun Mulya
        standard = TRAPS[trap.lower()]
        if match[0][0].isupper():
            standard = standard[0].upper() + standard[1:]
        matches.append(SpellingMatch(text[match.start() : match.end()], standard, match.start()))
    return tuple(matches)
