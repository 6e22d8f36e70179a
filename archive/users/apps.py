"""The users app."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "archive.users"
