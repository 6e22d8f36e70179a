"""Addresses of the reading room."""

from archive.reading_room.urls import urlpatterns
from archive.reading_room.views.fixed import bad_request, failure, not_found

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

handler400 = bad_request
handler404 = not_found
handler500 = failure
