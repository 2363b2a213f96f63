"""The first reason codes; the office may change labels and hints, never the codes."""

from django.db import migrations

CODES = [
    (
        "judul",
        "Judul belum jelas",
        "Tulis apa yang terjadi dalam paling banyak 12 kata, tanpa huruf besar semua.",
    ),
    (
        "teras",
        "Paragraf pertama belum memuat inti",
        "Jawab siapa, apa, kapan, dan di mana dalam 40 kata pertama.",
    ),
    ("5w1h", "5W+1H belum lengkap", "Periksa lagi: siapa, apa, kapan, di mana, mengapa, dan bagaimana."),
    ("sumber", "Narasumber kurang", "Kutip paling sedikit satu orang, lengkap dengan nama dan perannya."),
    (
        "fakta",
        "Angka atau nama belum diperiksa",
        "Tanyakan kembali angka, nama, dan jabatan kepada narasumber.",
    ),
    (
        "foto",
        "Foto belum bercerita",
        "Pakai foto sendiri; keterangannya menyebut siapa, apa, di mana, dan kapan.",
    ),
    (
        "izin_foto",
        "Izin foto belum jelas",
        "Tanyakan izin kepada orang di dalam foto, lalu catat di bagian foto.",
    ),
    (
        "anak",
        "Anak belum terlindungi",
        "Minta izin orang tua atau pilih foto yang tidak menampakkan wajah anak.",
    ),
    ("bahasa", "Kalimat sulit dibaca", "Pecah kalimat panjang. Satu kalimat, satu gagasan."),
    (
        "ejaan",
        "Ejaan perlu dirapikan",
        "Periksa huruf besar, tanda baca, dan penulisan kata depan di dan ke.",
    ),
    ("fakta_opini", "Fakta dan pendapat tercampur", "Pindahkan pendapat ke dalam kutipan narasumber."),
    (
        "panjang",
        "Terlalu pendek atau terlalu panjang",
        "Sesuaikan isi dengan pertanyaan yang ingin dijawab pembaca.",
    ),
    (
        "etika",
        "Ada soal etika",
        "Jangan menuduh, jangan membuka identitas korban; beri ruang bagi pihak lain.",
    ),
]


def seed(apps, schema_editor):
    reason_code = apps.get_model("rubrics", "ReasonCode")
    for position, (code, label, hint) in enumerate(CODES):
        reason_code.objects.get_or_create(
            code=code, defaults={"label": label, "hint": hint, "position": position}
        )


class Migration(migrations.Migration):
    dependencies = [("rubrics", "0001_initial")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
