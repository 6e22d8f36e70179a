"""Registers the app and the rules its tables keep."""

from django.apps import AppConfig

from archive.redaction.rules import TRIGGERS


class RedactionConfig(AppConfig):
    name = "archive.redaction"
    triggers = TRIGGERS
