"""Golden stories, good and bad, and exactly what the checklist says of them."""

import json
from dataclasses import replace

import pytest

from news.rules.checklist import MESSAGES, REASONS, RULE_VERSION, Level, check_story
from news.rules.story import Photo, Source, Story

PHOTO = Photo(
    alt="Belasan warga mengangkat lumpur dari saluran air",
    caption="Warga membersihkan saluran irigasi Blok C, Sabtu pagi.",
    credit="Ani Rahmawati",
    consent="given",
)
THIRTEEN_WORDS = "Warga desa kami pagi ini ramai sekali membersihkan saluran air di hulu Waru"
LEAD = "Empat puluh warga membersihkan saluran irigasi Blok C di Desa Bangun Mulya, Sabtu pagi."
BODY = """Warga mulai bekerja pukul tujuh.
Mereka membawa cangkul, parang, dan gerobak dari rumah masing-masing.
Saluran sepanjang tiga ratus meter itu tertutup lumpur sejak banjir bulan lalu.
Akibatnya, air tidak sampai ke sawah paling ujung.
“Sudah dua bulan sawah saya kering. Sekarang air mengalir lagi,” kata Siti Aminah, petani Blok C.
Ketua kelompok tani membagi warga dalam empat regu.
Setiap regu mengeruk lumpur di bagiannya, lalu menumpuknya di tepi saluran.
Kepala Desa Sukirman mengatakan desa menyediakan makan siang dan dua pompa.
Ia meminta warga menjaga saluran agar tidak tersumbat lagi.
Warga sepakat bekerja bakti setiap Sabtu pertama. Kerja berikutnya dimulai dari pintu air RT 05."""
SOURCES = (Source("Sukirman", "Kepala Desa Bangun Mulya"), Source("Siti Aminah", "petani Blok C"))

ACTIVITY = Story(
    kind="kegiatan",
    headline="Empat Puluh Warga Bersihkan Saluran Irigasi Blok C",
    lead=LEAD,
    body=BODY,
    topic="pertanian",
    event_date_given=True,
    event_place="Blok C, Bangun Mulya",
    sources=SOURCES,
    photos=(PHOTO,),
    quotes=1,
)
PROFILE = Story(
    kind="profil",
    headline="Mbah Sastro Menjaga Bunyi Gamelan",
    lead="Sastro Wiyono, 71 tahun, mengajari anak-anak bermain gamelan di balai RT 03 setiap Jumat malam.",
    body="""Rumah Sastro penuh dengan gong, kenong, dan saron. Sebagian sudah berumur lima puluh tahun.
Ia membeli alat pertama pada 2009 dengan uang hasil panen.
Waktu itu muridnya hanya lima orang. Kini muridnya dua puluh tujuh.
“Saya tidak mau gamelan berhenti di angkatan saya,” ujarnya sambil menata saron.
Pagi hari ia ke sawah. Selepas magrib ia membuka pintu balai dan menyalakan lampu.
Anak-anak datang tanpa membayar apa pun.
Sastro memperbaiki alat yang rusak dengan cara sederhana.
Bilah saron ia kikir sendiri, lalu ia dengarkan nadanya berulang kali.
Seorang tetangga, Rukmini, melihat anaknya berubah.
Sejak ikut berlatih, anak itu lebih sabar dan rajin belajar.""",
    sources=(Source("Sastro Wiyono", "pelatih gamelan"), Source("Rukmini", "tetangga")),
    photos=(replace(PHOTO, shows_children=True, consent="guardian"),),
)
SERVICE = Story(
    kind="layanan",
    headline="Cetak KTP Kini Bisa di Kantor Desa",
    lead="Mulai Selasa ini warga Desa Sumber Sari dapat mencetak KTP di kantor desa tanpa biaya.",
    body="""Layanan dibuka setiap Selasa, pukul 09.00 sampai 12.00.
Warga cukup membawa salinan kartu keluarga.
Selama ini warga harus menempuh dua jam perjalanan ke Penajam.
Desa membuka loket agar warga menghemat ongkos.
“Warga lanjut usia tidak perlu lagi menyewa mobil,” kata Dewi Lestari, sekretaris desa.
Petugas melayani paling banyak tiga puluh orang sehari.
Nomor antrean dibagikan mulai pukul delapan di pintu depan.
Warga yang rekam datanya belum ada akan difoto di tempat.
Kartu selesai pada hari yang sama bila jaringan lancar.
Warga yang sakit boleh meminta petugas datang ke rumah.
Permintaan disampaikan lewat ketua RT paling lambat hari Senin.""",
    event_date_given=True,
    event_place="Kantor Desa Sumber Sari",
    sources=(Source("Dewi Lestari", "Sekretaris Desa"),),
    photos=(replace(PHOTO, consent="not_needed"),),
)
BUSINESS = Story(
    kind="umkm",
    headline="Keripik Singkong Bu Lastri Tembus Tiga Kecamatan",
    lead="Keripik singkong buatan Lastri dan empat tetangga di Bangun Mulya bulan ini dijual di 3 kecamatan.",
    body="""Lastri memulai usaha pada 2021. Harga singkong saat itu jatuh karena panen melimpah.
Ia mengajak empat tetangga mengiris singkong di dapurnya.
Setiap pagi mereka mengolah dua puluh kilogram singkong.
Singkong diiris dengan tangan, direndam, lalu digoreng sedikit demi sedikit.
Ada tiga rasa: asin, pedas, dan jagung manis.
Satu bungkus berisi seratus gram dijual Rp10.000.
Dalam sebulan mereka menjual sekitar enam ratus bungkus.
Upah para tetangga dihitung per kilogram. Rata-rata mereka membawa pulang Rp600.000 sebulan.
Joko, pemilik warung di Waru, mengambil sepuluh bungkus setiap pekan.
Menurutnya, pembeli paling sering mencari rasa pedas.""",
    sources=(Source("Lastri", "pemilik usaha"), Source("Joko", "pemilik warung")),
    photos=(PHOTO,),
    quotes=1,
)
EMERGENCY = Story(
    kind="darurat",
    headline="Banjir Setinggi 60 Sentimeter di RT 02 dan RT 03",
    lead="Air sungai meluap ke RT 02 dan RT 03 sejak pukul empat pagi. Dua belas keluarga mengungsi.",
    body="""Jalan utama di tepi sungai tidak dapat dilewati. Warga diminta tidak menyeberangi jembatan.
Tempat mengungsi ada di aula sekolah dasar. Posko di kantor desa buka siang dan malam.
Petugas akan memeriksa tinggi air setiap dua jam agar kabar ini tetap benar.
Pukul enam pagi, tinggi air masih 60 sentimeter.""",
    event_date_given=True,
    event_place="RT 02 dan RT 03",
    sources=(Source("Hasanudin", "Ketua RT 02"),),
    photos=(PHOTO,),
)
NOTICE = Story(
    kind="pengumuman",
    headline="Imunisasi Balita Selasa Depan",
    lead="Posyandu Melati mengadakan imunisasi balita pada Selasa, pukul sembilan pagi, di balai desa.",
    body="""Orang tua diminta membawa buku KIA. Anak yang demam sebaiknya datang pada pekan berikutnya.
Imunisasi tidak dipungut biaya. Bidan melayani sampai pukul dua belas.
Warga yang tidak dapat datang dapat menghubungi kader
di RT masing-masing agar jadwalnya dapat diatur kembali.""",
    sources=(Source("Nur Hayati", "bidan desa"),),
)
GOOD = {"kegiatan": 22, "profil": 22, "layanan": 21, "umkm": 21, "darurat": 20, "pengumuman": 15}
STORIES = {story.kind: story for story in (ACTIVITY, PROFILE, SERVICE, BUSINESS, EMERGENCY, NOTICE)}


def failed(story):
    return [item.code for item in check_story(story).failed]


def item(story, code):
    (found,) = [item for item in check_story(story).items if item.code == code]
    return found


@pytest.mark.parametrize("kind", list(GOOD))
def test_good_story_passes_every_item(kind):
    result = check_story(STORIES[kind])
    assert [item.code for item in result.failed] == []
    assert (result.version, result.passed, result.total, result.must_missing) == (
        1,
        GOOD[kind],
        GOOD[kind],
        (),
    )


BAD = {
    "empty": (
        Story(kind="kegiatan"),
        [
            "headline_present", "headline_short", "lead_present", "lead_short", "when", "where", "why_how",
            "source_named", "source_role", "two_sides", "quote_present", "photo_own", "body_length",
        ],
        ["headline_present", "lead_present", "when", "where", "source_named", "source_role", "body_length"],
    ),
    "shouting headline": (
        replace(ACTIVITY, headline="WARGA BERSIHKAN SALURAN"),
        ["headline_short"],
        [],
    ),
    "headline of thirteen words": (
        replace(ACTIVITY, headline=THIRTEEN_WORDS),
        ["headline_short"],
        [],
    ),
    "lead of forty-one words": (
        replace(ACTIVITY, lead=" ".join(["kerja"] * 41)),
        ["lead_short"],
        [],
    ),
    "nobody asked": (
        replace(ACTIVITY, sources=(), quotes=0, body=BODY.replace("“", "").replace("”", "")),
        ["source_named", "source_role", "two_sides", "quote_present"],
        ["source_named", "source_role"],
    ),
    "source without role": (
        replace(ACTIVITY, sources=(Source("Siti Aminah"), Source("  ", "petani"))),
        ["source_role", "two_sides"],
        ["source_role"],
    ),
    "officials only": (
        replace(ACTIVITY, sources=(Source("Sukirman", "Kepala Desa"), Source("Tono", "Babinsa"))),
        ["two_sides"],
        [],
    ),
    "no place, no time, no reason": (
        replace(
            ACTIVITY,
            lead="Warga membersihkan saluran irigasi.",
            event_date_given=False,
            event_place="",
            body=BODY.replace("Akibatnya, air", "Air").replace("agar tidak", "dan tidak"),
        ),
        ["when", "where", "why_how"],
        ["when", "where"],
    ),
    "photo of others, undescribed": (
        replace(ACTIVITY, photos=(Photo(caption="Foto kegiatan", own=False),)),
        ["photo_own", "photo_caption", "photo_credit", "photo_alt", "photo_consent"],
        ["photo_credit", "photo_alt", "photo_consent"],
    ),
    "child without guardian": (
        replace(PROFILE, photos=(PHOTO, replace(PHOTO, shows_children=True))),
        ["child_consent"],
        ["child_consent"],
    ),
    "praise and spelling": (
        replace(
            ACTIVITY,
            lead="Warga membersihkan saluran irigasi dirumah warga Blok C, sungguh luar biasa.",
            body=BODY + "\nKegiatan di laksanakan dengan resiko kecil. Suasana sangat mengharukan.",
        ),
        ["spelling", "opinion"],
        [],
    ),
    "endless sentences": (
        replace(ACTIVITY, body=" ".join(BODY.replace(".", "").lower().split()) + "."),
        ["sentence_length"],
        [],
    ),
    "too short": (
        replace(ACTIVITY, body="Warga bekerja bakti agar air lancar. “Kami senang sekali,” kata Siti."),
        ["body_length"],
        ["body_length"],
    ),
    "identity number": (
        replace(SERVICE, body=SERVICE.body + "\nBukan 6409; tapi 6409011203850001 atau 640901-120385-0002."),
        ["identity_number"],
        ["identity_number"],
    ),
    "delicate matter": (
        replace(SERVICE, body=SERVICE.body + "\nPetugas juga menerima laporan pelecehan seksual."),
        ["sensitive"],
        [],
    ),
    "announcement without a body": (
        replace(NOTICE, body="Datang ya.", sources=(), lead="Imunisasi balita."),
        ["when", "where", "why_how", "source_named", "source_role", "body_length"],
        ["when", "where", "body_length"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", list(BAD))
def test_bad_story_fails_exactly(name):
    story, codes, must = BAD[name]
    result = check_story(story)
    assert [item.code for item in result.failed] == codes
    assert list(result.must_missing) == must
    assert result.passed == result.total - len(codes)


@pytest.mark.parametrize(
    ("story", "code", "details"),
    [
        (
            BAD["headline of thirteen words"][0],
            "headline_short",
            {"words": 12 + 1, "characters": 75, "capitals": 0, "max_words": 12, "max_characters": 100},
        ),
        (BAD["lead of forty-one words"][0], "lead_short", {"words": 41, "max_words": 40}),
        (BAD["officials only"][0], "two_sides", {"officials": 2, "residents": 0}),
        (BAD["child without guardian"][0], "child_consent", {"missing": 1}),
        (BAD["photo of others, undescribed"][0], "photo_caption", {"missing": 1, "min_words": 5}),
        (BAD["too short"][0], "body_length", {"words": 11, "min_words": 80}),
        (BAD["identity number"][0], "identity_number", {"count": 2}),
        (NOTICE, "body_length", {"words": 40, "min_words": 40}),
    ],
)
def test_details_are_numbers_for_the_message(story, code, details):
    found = item(story, code)
    assert found.details == details
    assert "%" not in found.message % found.details


def test_matches_name_the_words():
    story = BAD["praise and spelling"][0]
    assert item(story, "spelling").matches == (
        ("dirumah", "di rumah"),
        ("di laksanakan", "dilaksanakan"),
        ("resiko", "risiko"),
    )
    assert item(story, "opinion").matches == (("sungguh", ""), ("luar biasa", ""), ("sangat mengharukan", ""))


def test_identity_numbers_are_not_repeated_in_the_result():
    result = json.dumps(check_story(BAD["identity number"][0]).as_dict())
    assert "6409011203850001" not in result
    assert item(BAD["identity number"][0], "identity_number").matches == ()


@pytest.mark.parametrize("words, passed", [(12, True), (13, False)])
def test_headline_boundary(words, passed):
    assert item(replace(ACTIVITY, headline=" ".join(["kata"] * words)), "headline_short").passed is passed


@pytest.mark.parametrize("characters, passed", [(100, True), (101, False)])
def test_headline_characters_boundary(characters, passed):
    assert item(replace(ACTIVITY, headline="a" * characters), "headline_short").passed is passed


@pytest.mark.parametrize("headline, passed", [("BPBD", True), ("KIM BANGUN", False), ("KIM Bangun", True)])
def test_capitals_of_a_name_are_no_shouting(headline, passed):
    assert item(replace(ACTIVITY, headline=headline), "headline_short").passed is passed


@pytest.mark.parametrize("words, passed", [(0, False), (1, True), (40, True), (41, False)])
def test_lead_boundary(words, passed):
    assert item(replace(ACTIVITY, lead=" ".join(["kata"] * words)), "lead_short").passed is passed


@pytest.mark.parametrize(
    ("kind", "minimum"),
    [("kegiatan", 80), ("profil", 80), ("layanan", 80), ("umkm", 80), ("darurat", 40), ("pengumuman", 40)],
)
def test_body_boundary(kind, minimum):
    story = replace(STORIES[kind], body=" ".join(["kata"] * minimum))
    assert item(story, "body_length").passed is True
    assert item(replace(story, body=" ".join(["kata"] * (minimum - 1))), "body_length").passed is False


@pytest.mark.parametrize("words, passed", [(20, True), (21, False)])
def test_sentence_boundary(words, passed):
    story = replace(ACTIVITY, lead="", body=" ".join(["kata"] * words) + ".")
    assert item(story, "sentence_length").passed is passed


@pytest.mark.parametrize("words, passed", [(4, False), (5, True)])
def test_caption_boundary(words, passed):
    story = replace(ACTIVITY, photos=(replace(PHOTO, caption=" ".join(["kata"] * words)),))
    assert item(story, "photo_caption").passed is passed


@pytest.mark.parametrize(
    ("consent", "passed"),
    [
        ("undecided", False),
        ("", False),
        ("refused", False),
        ("given", True),
        ("not_needed", True),
        ("guardian", True),
    ],
)
def test_photo_consent_is_decided(consent, passed):
    assert (
        item(replace(ACTIVITY, photos=(replace(PHOTO, consent=consent),)), "photo_consent").passed is passed
    )


def test_items_that_do_not_apply_are_left_out():
    codes = {item.code for item in check_story(NOTICE).items}
    assert set(MESSAGES) - codes == {
        *("two_sides", "quote_present", "photo_own", "photo_caption", "photo_credit", "photo_alt"),
        *("photo_consent", "child_consent"),
    }


def test_when_and_where_are_advice_for_timeless_stories():
    levels = {kind: item(story, "when").level for kind, story in STORIES.items()}
    assert levels == {
        "kegiatan": Level.MUST,
        "profil": Level.SHOULD,
        "layanan": Level.MUST,
        "umkm": Level.SHOULD,
        "darurat": Level.MUST,
        "pengumuman": Level.MUST,
    }


def test_reason_codes_are_all_used():
    assert set(REASONS.values()) == {
        *("judul", "teras", "5w1h", "sumber", "foto", "izin_foto"),
        *("anak", "bahasa", "ejaan", "etika", "fakta_opini", "panjang"),
    }


def test_result_can_be_stored():
    stored = json.loads(json.dumps(check_story(BAD["officials only"][0]).as_dict()))
    assert (stored["version"], stored["passed"], stored["total"], stored["must_missing"]) == (
        RULE_VERSION,
        21,
        22,
        [],
    )
    assert [entry for entry in stored["items"] if not entry["passed"]] == [
        {
            "code": "two_sides",
            "reason": "sumber",
            "level": "should",
            "passed": False,
            "details": {"officials": 2, "residents": 0},
            "matches": [],
        }
    ]


def test_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="is not a valid"):
        check_story(Story(kind="opini"))
