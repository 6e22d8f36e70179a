"""Passages and their parts as every public page shows them; what was changed is bracketed, and says so when read aloud.

These are made here and not in templates because a page has some hundred parts: conditions and an include for each were
more than half of the work of the whole gate, which renders every page of a release.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from archive.catalogue.cards import PartCard, PassageCard, Run
from archive.catalogue.records import PartKind

register = template.Library()

_MARK = '<span class="alt alt-{}"><span class="b">[</span>{}<span class="b">]</span><span class="vh"> {}</span></span>'


@register.simple_tag
def parts(parts: Iterable[PartCard]) -> SafeString:
    """Show the parts of a passage one after the other."""
    said = {
        PartKind.NAME: ("name", gettext("(changed name)")),
        PartKind.COARSE: ("coarse", gettext("(made coarser)")),
        PartKind.SUMMARY: ("told", gettext("(summarised)")),
    }
    return format_html_join("", "{}", ((_part(part, said),) for part in parts))


@register.simple_tag
def passage(passage: PassageCard) -> SafeString:
    """Show one numbered paragraph with its themes beside it."""
    return format_html(
        '<p class="para" id="p{0}"><a class="no" href="#p{0}" aria-label="{1}">{0}</a> {2}{3}</p>',
        passage.number,
        gettext("Paragraph %(number)s") % {"number": passage.number},
        parts(passage.parts),
        _themes_beside(passage),
    )


def _part(part: PartCard, said: dict[PartKind, tuple[str, str]]) -> SafeString:
    if part.is_plain:
        return _words(part.runs)
    if part.kind in said:
        name, aloud = said[part.kind]
        return format_html(_MARK, name, _words(part.runs), aloud)
    if part.says_what_is_gone:
        gone = gettext("One passage left out: %(what)s.") % {"what": part.text}
        return format_html('<span class="alt-gone"><b>[{}]</b></span>', gone)
    return format_html(
        '<span class="alt alt-cut"><span class="b">[</span>{}<span class="b">]</span></span>', gettext("left out")
    )


def _words(runs: tuple[Run, ...]) -> SafeString:
    if len(runs) == 1 and not runs[0].marked:
        return conditional_escape(runs[0].text)
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", run.text) if run.marked else run.text,) for run in runs)
    )


def _themes_beside(passage: PassageCard) -> SafeString:
    if not passage.themes:
        return SafeString()
    between = format_html('<span class="vh">; </span><br>{}', "")
    links = format_html_join(between, '<a href="{}">{}</a>', ((one.address, one.label) for one in passage.themes))
    return format_html('<span class="side">{}</span>', links)
