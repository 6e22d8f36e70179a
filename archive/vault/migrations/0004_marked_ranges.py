"""A working text may be of several ranges of its source: what was one range on its row becomes a row of its own."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def one_range_each(apps: Any, schema_editor: Any) -> None:
    """Give every original the range it had."""
    originals = apps.get_model("vault", "Original").objects.values_list("pk", "start", "end")
    ranges = apps.get_model("vault", "MarkedRange")
    ranges.objects.bulk_create(
        (ranges(original_id=pk, place=1, start=start, end=end) for pk, start, end in originals.iterator()),
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0003_unswept_names"),
    ]

    operations = [
        migrations.CreateModel(
            name="MarkedRange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "original",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ranges", to="vault.original"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("original", "place"), name="one_range_in_each_place"),
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="a_marked_range_is_not_empty"
                    ),
                ],
            },
        ),
        migrations.RunPython(one_range_each),
    ]
