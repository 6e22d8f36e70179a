"""Addresses of the desk."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("archive.desk.urls"))]

handler400 = "archive.desk.views.errors.bad_request"
handler403 = "archive.desk.views.errors.forbidden"
handler404 = "archive.desk.views.errors.not_found"
handler500 = "archive.desk.views.errors.broken"
