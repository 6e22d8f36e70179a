"""Signing in: closed users and service identities cannot, and a session ends with the account."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser

from archive.users.models import User


class StaffBackend(ModelBackend):
    """Django's password check, for people whose account is open; asked again at every request."""

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        """Say whether this is a person whose account is open."""
        return isinstance(user, User) and user.can_sign_in
