from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("redaction", "0003_exposure")]

    operations = [
        migrations.AddField(
            model_name="namelift",
            name="tier",
            field=models.CharField(choices=[("block", "block"), ("ask", "ask")], default="block", max_length=5),
            preserve_default=False,
        ),
    ]
