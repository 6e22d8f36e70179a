"""Signing in: closed users and service identities cannot, and a session ends with the account."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from archive.users.models import User


class StaffBackend(ModelBackend):
    """Django's password check, for people whose account is open; asked again at every request."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Say whether this is a person whose account is open."""
        return isinstance(user, User) and user.can_sign_in
