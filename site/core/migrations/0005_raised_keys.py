from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0004_first_day_of_public_pages")]

    operations = [
        migrations.CreateModel(
            name="KeyRaise",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("keys", models.TextField()),
                ("transaction", models.BigIntegerField(db_index=True, null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True, db_index=True)),
            ],
        ),
    ]
