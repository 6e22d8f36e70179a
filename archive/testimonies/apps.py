"""Registers the app."""

from django.apps import AppConfig


class TestimoniesConfig(AppConfig):
    name = "archive.testimonies"
