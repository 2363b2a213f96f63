"""Pages that services put into the tree were public without a date: their address must stay known once they go."""

from django.db import migrations
from django.db.models.functions import Coalesce
from django.utils import timezone


def date_public_pages(apps, schema_editor):
    pages = apps.get_model("wagtailcore", "Page").objects.filter(
        live=True, first_published_at__isnull=True, depth__gt=1
    )
    pages.update(
        first_published_at=Coalesce("last_published_at", "latest_revision_created_at", timezone.now())
    )


class Migration(migrations.Migration):
    dependencies = [("core", "0003_former_addresses"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(date_public_pages, migrations.RunPython.noop)]
