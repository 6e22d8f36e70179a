"""Registers the app and the rules its tables keep."""

from django.apps import AppConfig

from archive.testimonies.rules import TRIGGERS


class TestimoniesConfig(AppConfig):
    name = "archive.testimonies"
    triggers = TRIGGERS
