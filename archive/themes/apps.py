"""Registers the app."""

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "archive.themes"
