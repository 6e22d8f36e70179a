"""Passages and their parts as every public page shows them; what was changed is bracketed, and says so when read aloud.

These are made here and not in templates because a page has some hundred parts: conditions and an include for each were
more than half of the work of the whole gate, which renders every page of a release. For the same reason words are put
between marks as strings; each piece that is not a mark of ours is escaped where it is taken in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from archive.catalogue.cards import PartCard, PassageCard, Run
from archive.catalogue.records import PartKind

register = template.Library()

_BETWEEN = '<span class="vh">; </span><br>'


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is said around words, in one language, escaped."""

    before: dict[PartKind, str]
    after: dict[PartKind, str]
    cut: str
    paragraph: str


@register.simple_tag
def parts(parts: Iterable[PartCard]) -> SafeString:
    """Show the parts of a passage one after the other."""
    return SafeString(_parts(parts, _marks(get_language())))


@register.simple_tag
def passage(passage: PassageCard) -> SafeString:
    """Show one numbered paragraph with its themes beside it."""
    marks, number = _marks(get_language()), int(passage.number)
    return SafeString(
        f'<p class="para" id="p{number}"><a class="no" href="#p{number}" aria-label="{marks.paragraph % number}">'
        f"{number}</a> {_parts(passage.parts, marks)}{_themes_beside(passage)}</p>"
    )


@cache
def _marks(_language: str | None) -> _Marks:
    """Return the marks in the active language."""
    kinds = {
        PartKind.NAME: ("name", gettext("(changed name)")),
        PartKind.COARSE: ("coarse", gettext("(made coarser)")),
        PartKind.SUMMARY: ("told", gettext("(summarised)")),
    }
    return _Marks(
        before={kind: f'<span class="alt alt-{name}"><span class="b">[</span>' for kind, (name, _) in kinds.items()},
        after={
            kind: f'<span class="b">]</span><span class="vh"> {escape(aloud)}</span></span>'
            for kind, (_, aloud) in kinds.items()
        },
        cut=f'<span class="alt alt-cut"><span class="b">[</span>{escape(gettext("left out"))}<span class="b">]</span>'
        "</span>",
        paragraph=escape(gettext("Paragraph %(number)s")).replace("%(number)s", "%d"),
    )


def _parts(parts: Iterable[PartCard], marks: _Marks) -> str:
    return "".join([_part(part, marks) for part in parts])


def _part(part: PartCard, marks: _Marks) -> str:
    if part.is_plain:
        return _words(part.runs)
    if part.kind in marks.before:
        return marks.before[part.kind] + _words(part.runs) + marks.after[part.kind]
    if part.says_what_is_gone:
        gone = gettext("One passage left out: %(what)s.") % {"what": part.text}
        return f'<span class="alt-gone"><b>[{escape(gone)}]</b></span>'
    return marks.cut


def _words(runs: tuple[Run, ...]) -> str:
    return "".join([f"<mark>{escape(run.text)}</mark>" if run.marked else escape(run.text) for run in runs])


def _themes_beside(passage: PassageCard) -> str:
    if not passage.themes:
        return ""
    links = [f'<a href="{escape(one.address)}">{escape(one.label)}</a>' for one in passage.themes]
    return f' <span class="side">{_BETWEEN.join(links)}</span>'
