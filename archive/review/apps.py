"""Registers the app and the rules its tables keep."""

from django.apps import AppConfig

from archive.review.rules import TRIGGERS


class ReviewConfig(AppConfig):
    name = "archive.review"
    triggers = TRIGGERS
