"""Registers the app and the rules its tables keep."""

from django.apps import AppConfig

from archive.vault.rules import TRIGGERS


class VaultConfig(AppConfig):
    name = "archive.vault"
    triggers = TRIGGERS
