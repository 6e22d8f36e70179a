from django.db import migrations, models


def make_head(apps, schema_editor):
    """Give the trail its one head row, before any trigger forbids it."""
    apps.get_model("audit", "TrailHead").objects.using(schema_editor.connection.alias).create(pk=1)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(blank=True, max_length=36)),
                ("act", models.CharField(max_length=40)),
                ("subject_kind", models.CharField(max_length=40)),
                ("subject", models.CharField(blank=True, max_length=64)),
                ("facts", models.TextField(default="{}")),
                ("previous_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["subject_kind", "subject"], name="audit_event_subject")],
            },
        ),
        migrations.CreateModel(
            name="TrailHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.BigIntegerField(default=0)),
                (
                    "hash",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000", max_length=64
                    ),
                ),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="audit_head_is_one_row")],
            },
        ),
        migrations.RunPython(make_head, migrations.RunPython.noop),
    ]
