from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("redaction", "0005_public_things")]

    operations = [
        migrations.AddField(
            model_name="identifyingspan",
            name="score",
            field=models.FloatField(default=1.0),
        ),
    ]
