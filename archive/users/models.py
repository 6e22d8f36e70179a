"""The people of the desk, and the identities that load collections."""

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from archive.users.roles import Role


class UserQuerySet(models.QuerySet["User"]):
    """Selections of users."""

    def open(self) -> "UserQuerySet":
        """Those who have not been closed."""
        return self.filter(is_active=True)

    def people(self) -> "UserQuerySet":
        """Those who can sign in, as against service identities."""
        return self.exclude(role=Role.SERVICE)


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Finds a user by name as typed at sign-in."""


class User(AbstractBaseUser):
    """Somebody who works at the desk, or an identity under which a collection was loaded."""

    last_login = None  # when staff work is nobody's business; the trail records sign-ins

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z][a-z0-9-]*\Z", "A user name is small letters, digits and hyphens, and begins with a letter."
            )
        ],
        error_messages={"unique": "This user name is taken. Choose another."},
    )
    display_name = models.CharField(max_length=80, blank=True)
    role = models.CharField(max_length=10, choices=Role.choices)
    is_active = models.BooleanField(default=True)

    objects = UserManager()

    USERNAME_FIELD = "username"

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="users_role_is_listed"),
            models.CheckConstraint(
                condition=~Q(role=Role.SERVICE) | Q(password__startswith="!"),  # noqa: S106 - marks an unusable one
                name="users_service_cannot_sign_in",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or self.username

    @property
    def can_sign_in(self) -> bool:
        """Whether this is a person whose account is open."""
        return self.is_active and self.role != Role.SERVICE
