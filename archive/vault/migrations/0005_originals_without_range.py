"""The range of a working text stands in rows of its own by now (apart from 0004: PostgreSQL wants it so)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0004_marked_ranges"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="original", name="an_original_is_not_empty"),
        migrations.RemoveConstraint(model_name="original", name="a_range_is_deposited_once"),
        migrations.RemoveField(model_name="original", name="start"),
        migrations.RemoveField(model_name="original", name="end"),
    ]
