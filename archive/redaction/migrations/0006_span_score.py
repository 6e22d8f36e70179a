"""How sure a recogniser was is kept; of what was found before, only whether it was."""

from typing import Any

from django.db import migrations, models

UNSURE = 0.2  # what was advised on until now as found by somebody unsure


def keep_doubt(apps: Any, schema_editor: Any) -> None:
    """Let what was found by somebody unsure stay so: nothing is advised there."""
    apps.get_model("redaction", "IdentifyingSpan").objects.filter(certain=False).update(score=UNSURE)


class Migration(migrations.Migration):
    dependencies = [("redaction", "0005_public_things")]

    operations = [
        migrations.AddField(
            model_name="identifyingspan",
            name="score",
            field=models.FloatField(default=1.0),
        ),
        migrations.RunPython(keep_doubt),
    ]
