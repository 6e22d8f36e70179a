from django.apps import AppConfig


class ReadingRoomConfig(AppConfig):
    name = "archive.reading_room"
    verbose_name = "reading room"
