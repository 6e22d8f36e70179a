"""Addresses of the reading room; `catalogue.addresses` builds the same ones, and a test compares them."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from archive.reading_room.views.background import background, background_kind
from archive.reading_room.views.fixed import door, robots
from archive.reading_room.views.home import home
from archive.reading_room.views.plain import about, names
from archive.reading_room.views.testimonies import testimonies
from archive.reading_room.views.testimony import testimony
from archive.reading_room.views.themes import theme, themes


class InterfaceConverter:
    """A language of the interface, the first part of every address."""

    regex = "en|nb"

    def to_python(self, value: str) -> str:
        """Return the code."""
        return value

    def to_url(self, value: str) -> str:
        """Return the code."""
        return value


class TextLanguageConverter(InterfaceConverter):
    """A language in which a testimony may be read."""

    regex = "en|nb|nn|ru|uk"


register_converter(InterfaceConverter, "interface")
register_converter(TextLanguageConverter, "text_language")

_pages: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("testimonies/", testimonies, name="testimonies"),
    path("t/<str:public_id>/", testimony, name="testimony"),
    path("t/<str:public_id>/<text_language:text_language>/", testimony, name="testimony-text"),
    path("t/<str:public_id>/edition/<int:edition>/", testimony, name="edition"),
    path("t/<str:public_id>/edition/<int:edition>/<text_language:text_language>/", testimony, name="edition-text"),
    path("themes/", themes, name="themes"),
    path("themes/<slug:slug>/", theme, name="theme"),
    path("background/", background, name="background"),
    path("background/<slug:kind>/", background_kind, name="background-kind"),
    path("names/", names, name="names"),
    path("about/", about, name="about"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", door, name="door"),
    path("robots.txt", robots, name="robots"),
    path("<interface:interface>/", include(_pages)),
]
