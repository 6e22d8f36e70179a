import uuid

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "This user name is taken. Choose another."},
                        max_length=40,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z][a-z0-9-]*\\Z",
                                "A user name is small letters, digits and hyphens, and begins with a letter.",
                            )
                        ],
                    ),
                ),
                ("display_name", models.CharField(blank=True, max_length=80)),
                (
                    "role",
                    models.CharField(
                        choices=[("editor", "editor"), ("admin", "admin"), ("service", "service identity")],
                        max_length=10,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["editor", "admin", "service"])), name="users_role_is_listed"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "service"), _negated=True), ("password__startswith", "!"), _connector="OR"
                        ),
                        name="users_service_cannot_sign_in",
                    ),
                ],
            },
        ),
    ]
