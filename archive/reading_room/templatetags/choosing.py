"""The values a reader can choose beside a list of results, each with its count, broader values around narrower ones.

These are made here and not in templates because a list has some hundred values, and an include for each made a search
noticeably slower (`manage.py benchmark room`). Each piece that is not a mark of ours is escaped where it is taken in.
"""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.formats import localize
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from archive.reading_room.options import Option

register = template.Library()


@register.simple_tag
def options(options: Iterable[Option]) -> SafeString:
    """Show the values of one facet, each as a box to tick."""
    selected = f' <span class="vh">{escape(gettext("(selected)"))}</span>'
    return SafeString(_list(options, selected))


def _list(options: Iterable[Option], selected: str) -> str:
    return f"<ul>{''.join([_item(option, selected) for option in options])}</ul>"


def _item(option: Option, selected: str) -> str:
    checked, told = (" checked", selected) if option.is_on else ("", "")
    below = _list(option.options, selected) if option.options else ""
    return (
        f'<li><label><input type="checkbox" name="{escape(option.name)}" value="{escape(option.value)}"{checked}> '
        f'<span>{escape(option.label)}{told}</span> <span class="count">{localize(option.count)}<span class="vh"> '
        f"{escape(option.noun)}</span></span></label>{below}</li>\n"
    )
