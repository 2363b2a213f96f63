from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0005_raised_keys")]

    operations = [
        migrations.CreateModel(
            name="PageReads",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page", models.PositiveBigIntegerField(verbose_name="page")),
                ("day", models.DateField(verbose_name="day")),
                ("reads", models.PositiveIntegerField(default=0, verbose_name="reads")),
            ],
            options={
                "verbose_name": "reads of a page",
                "verbose_name_plural": "reads of pages",
                "indexes": [models.Index(fields=["day", "page"], name="core_reads_by_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("page", "day"), name="core_reads_of_page_once_a_day")
                ],
            },
        ),
    ]
