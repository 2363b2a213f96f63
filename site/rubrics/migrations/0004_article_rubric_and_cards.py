"""The first version of the article rubric and the cards of the reason codes, from the two files in rubrics/data.

The files are the texts as they were at this migration; the office changes rubric and cards in its rooms.
"""

import tomllib
from decimal import Decimal
from pathlib import Path

from django.db import migrations
from django.utils import timezone

DATA = Path(__file__).resolve().parents[1] / "data"
CARD = {
    "title": "card_title",
    "text": "card_text",
    "bad": "bad_example",
    "good": "good_example",
    "praise": "praise",
}


def seed(apps, schema_editor):
    reason_code = apps.get_model("rubrics", "ReasonCode")
    cards = tomllib.loads((DATA / "cards.toml").read_text(encoding="utf-8"))["cards"]
    for position, card in enumerate(cards):
        row, _created = reason_code.objects.get_or_create(
            code=card["code"], defaults={"label": card["label"], "hint": card["hint"]}
        )
        row.position = position
        for key, field in CARD.items():
            setattr(row, field, card[key].strip())
        row.save()
    reasons = {row.code: row for row in reason_code.objects.all()}
    rubric = tomllib.loads((DATA / "article_rubric.toml").read_text(encoding="utf-8"))
    made, created = apps.get_model("rubrics", "Rubric").objects.get_or_create(
        code=rubric["code"], defaults={"name": rubric["name"]}
    )
    if not created:
        return
    version = apps.get_model("rubrics", "RubricVersion").objects.create(
        rubric=made, number=1, status="in_use", note=rubric["note"], used_from=timezone.now()
    )
    level = apps.get_model("rubrics", "Level")
    for position, criterion in enumerate(rubric["criteria"], 1):
        row = apps.get_model("rubrics", "Criterion").objects.create(
            version=version,
            code=criterion["code"],
            name=criterion["name"],
            question=criterion["question"],
            weight=Decimal(str(criterion["weight"])),
            allows_na=criterion["allows_na"],
            position=position,
        )
        row.reasons.set(reasons[code] for code in criterion["reasons"])
        level.objects.bulk_create(
            level(criterion=row, value=one["value"], descriptor=one["descriptor"], example=one["example"])
            for one in criterion["levels"]
        )
    for position, gate in enumerate(rubric["gates"], 1):
        row = apps.get_model("rubrics", "Gate").objects.create(
            version=version,
            code=gate["code"],
            name=gate["name"],
            question=gate["question"],
            effect=gate["effect"],
            cap=Decimal(str(gate["cap"])) if "cap" in gate else None,
            position=position,
        )
        row.reasons.set(reasons[code] for code in gate["reasons"])


def unseed(apps, schema_editor):
    """Takes the rubric back where it was never used; the cards stay with their codes."""
    apps.get_model("rubrics", "RubricVersion").objects.filter(
        rubric__code="artikel", frozen_at__isnull=True
    ).delete()
    apps.get_model("rubrics", "Rubric").objects.filter(code="artikel", versions__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [("rubrics", "0003_rubrics_sheets_and_scores")]
    operations = [migrations.RunPython(seed, unseed)]
