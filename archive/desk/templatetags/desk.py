"""Icons, letters of classes, and short digests."""

from datetime import datetime
from typing import Final

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from archive.desk.languages import current_language
from archive.desk.words import CLASS_LETTERS, class_words

register = template.Library()

_ICONS: Final = {
    "check": ("m5 12.5 4.5 4.5L19 7.5",),
    "warn": ("M12 4 2.8 20h18.4z", "M12 10v4.5M12 17.3v.2"),
    "stop": ("M8 3h8l5 5v8l-5 5H8l-5-5V8z", "M8.5 8.5l7 7M15.5 8.5l-7 7"),
    "clock": ("M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z", "M12 7v5l3.5 2"),
    "lock": (
        "M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11z",
        "M8 11V8a4 4 0 0 1 8 0v3",
    ),
    "unlock": (
        "M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11z",
        "M8 11V8a4 4 0 0 1 7.5-2",
    ),
    "eye": (
        "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.500 12 2.500 12z",
        "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
    ),
    "person": ("M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z", "M4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.500 6"),
    "flag": ("M6 21V4h11l-2 4 2 4H6",),
    "swap": ("M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",),
    "sign": ("M4 20h16M6 16l10-11 3 3L9 18l-4 1z",),
}


@register.simple_tag
def icon(name: str, state: str = "") -> SafeString:
    """Draw one of the icons; a word always stands beside it."""
    paths = format_html_join("", '<path d="{}"/>', ((path,) for path in _ICONS[name]))
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', f" {state}" if state else "", paths
    )


@register.simple_tag
def letter(identifier_class: str) -> SafeString:
    """Draw the letter of a class in its colour and frame; the word for it is in hidden text."""
    return format_html(
        '<span class="letter d-{}"><span aria-hidden="true">{}</span><span class="vh">{}</span></span>',
        identifier_class.lower(),
        CLASS_LETTERS[identifier_class],
        class_words(identifier_class),
    )


@register.filter
def short(digest: str) -> str:
    """Shorten a digest to what an eye can compare."""
    return f"{digest[:4]} {digest[4:8]}"


@register.filter
def day(at: datetime) -> str:
    """Write a day as the language of the desk writes it."""
    return date_format(at, "j. b Y" if current_language() == "nb" else "j M Y")


@register.filter
def moment(at: datetime) -> str:
    """Write a day and a time of day."""
    return f"{day(at)} {date_format(at, 'H:i')}"


@register.simple_tag
def masked() -> SafeString:
    """Draw a hidden name: eight blocks whatever its length."""
    return format_html('<span class="masked" role="img" aria-label="{}">{}</span>', _("hidden name"), "█" * 8)
