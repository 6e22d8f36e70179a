"""Registers the app."""

from django.apps import AppConfig


class FirstCollectionConfig(AppConfig):
    name = "archive.first_collection"
