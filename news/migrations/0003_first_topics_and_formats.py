"""The first twelve topics and six formats; the office edits them afterwards."""

from django.db import migrations

TOPICS = [
    ("pemerintahan", "Pemerintahan desa"),
    ("pertanian", "Pertanian"),
    ("perikanan", "Perikanan"),
    ("kesehatan", "Kesehatan"),
    ("pendidikan", "Pendidikan"),
    ("umkm", "UMKM"),
    ("budaya", "Seni dan budaya"),
    ("lingkungan", "Lingkungan"),
    ("wisata", "Wisata"),
    ("olahraga", "Olahraga"),
    ("keamanan", "Keamanan dan bencana"),
    ("keagamaan", "Keagamaan"),
]
FORMATS = [
    ("berita", "Berita"),
    ("foto", "Cerita foto"),
    ("video", "Video"),
    ("infografis", "Infografis"),
    ("audio", "Audio"),
    ("pengumuman", "Pengumuman"),
]


def seed(apps, schema_editor):
    for model, rows in (("Topic", TOPICS), ("Format", FORMATS)):
        manager = apps.get_model("news", model).objects
        for position, (slug, name) in enumerate(rows):
            manager.get_or_create(slug=slug, defaults={"name": name, "position": position})


class Migration(migrations.Migration):
    dependencies = [("news", "0002_keys_between_models")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
