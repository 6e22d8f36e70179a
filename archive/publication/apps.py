"""Registers the app and the rules its tables keep."""

from django.apps import AppConfig

from archive.publication.rules import TRIGGERS


class PublicationConfig(AppConfig):
    name = "archive.publication"
    triggers = TRIGGERS
