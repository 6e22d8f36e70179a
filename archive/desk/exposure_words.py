"""Plain words for the rules on what details tell together, for the kinds of fact they look at, and for figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.formats import get_format
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from archive.catalogue.facets import FACETS
from archive.deidentification.combinations import Breach, Quasi, Rule
from archive.deidentification.crowd import SMALLEST_CROWD, CrowdEstimate, Range
from archive.desk.words import Words


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule in plain words: what it is called when it holds, when it asks, and why there is such a rule."""

    passed: Words
    asks: Words
    why: Words


RULE_WORDS: Final[dict[Rule, RuleWords]] = {
    Rule.TWO_OF_FIVE: RuleWords(
        _("At most two of place, date, unit, occupation and age are told finely"),
        _("Too much is told finely"),
        _("Place, date, unit, occupation and age: any three of them together are enough to look somebody up."),
    ),
    Rule.CROWD: RuleWords(
        _("Many people fit what is told"),
        _("Few people may fit what is told"),
        _("The fewer people fit, the easier one of them is recognised by somebody who knows a little more."),
    ),
    Rule.RARE_FACT: RuleWords(
        _("No fact leads from here alone to a public text"),
        _("A fact leads to a public text"),
        _("A public text tells it too, and no other published account does: it leads from one to the other."),
    ),
    Rule.CONSISTENCY: RuleWords(
        _("What is taken out in one place stands in no other"),
        _("What is taken out in one place stands in another"),
        _("Readers compare: the finest place counts, in whichever language or account it stands."),
    ),
    Rule.INTERVAL_INTEGRITY: RuleWords(
        _("No date can be counted back"),
        _("A date can be counted back"),
        _("A date that is told and a length of time beside it give back the date that was taken out."),
    ),
}
QUASI_WORDS: Final[dict[Quasi, Words]] = {
    Quasi.PLACE: _("place"),
    Quasi.DATE: _("date"),
    Quasi.UNIT: _("unit"),
    Quasi.OCCUPATION: _("occupation"),
    Quasi.AGE: _("age"),
}
_FURTHER_FACTS: Final[dict[str, Words]] = {"occupation": _("Occupation"), "branch": _("Branch of the army")}
FIGURE_WORDS: Final[dict[str, Words]] = {
    "reported": _("reported"),
    "derived": _("computed"),
    "assumed": _("assumed"),
}


def said_of(breach: Breach) -> str:
    """Say what a rule found, without a word of the testimony."""
    if breach.rule is Rule.TWO_OF_FIVE:
        kinds = ", ".join(str(QUASI_WORDS[kind]) for kind in breach.kinds)
        return _g("Told finely: %(kinds)s. Make all but two of them coarser.") % {"kinds": kinds}
    if breach.rule is Rule.RARE_FACT:
        return _g("Say it more coarsely, in our own words, or leave it out.")
    if breach.rule is Rule.CONSISTENCY:
        if len(breach.concerns) == 1:
            return _g("Another account of the same person, under the same name, tells it too.")
        return _g("The first place still tells what the others do not. Treat all of them alike.")
    if not breach.days:
        return _g("No day fits the dates and lengths of time that are told. Look at them again.")
    left = ngettext(
        "The dates and lengths of time that are told leave %(days)d day for it.",
        "The dates and lengths of time that are told leave %(days)d days for it.",
        breach.days,
    )
    return f"{left % {'days': breach.days}} {_g('Round a length, or make a date coarser.')}"


def said_of_crowd(crowd: CrowdEstimate) -> str:
    """Say how many people may fit."""
    if crowd.most <= 1:
        return _g("At most one person fits what is told.")
    numbers = {"fewest": _grouped(max(crowd.fewest, 1)), "most": _grouped(crowd.most)}
    return _g("Between %(fewest)s and %(most)s people fit what is told.") % numbers


def asked_of_crowd() -> str:
    """Say from when on a small crowd asks."""
    return _g("Fewer than %(smallest)d at the low end: choose a coarser value, or record why it may stand.") % {
        "smallest": SMALLEST_CROWD
    }


def fact_label(facet: str, language: str) -> str:
    """Return the name of a kind of fact."""
    known = {one.code: one.label(language) for one in FACETS}
    return known.get(facet) or str(_FURTHER_FACTS.get(facet, facet))


def value_label(facet: str, value: str, language: str) -> str:
    """Return the name of a coded value; empty where none was coded."""
    values = {known.code: known.label(language) for one in FACETS if one.code == facet for known in one.values}
    return values.get(value, value)


def share_said(share: Range) -> str:
    """Write a share as a range of percentages."""
    low, high = _percent(share.low), _percent(share.high)
    return f"{low if low == high else f'{low}–{high}'}\N{NO-BREAK SPACE}%"


def people_said(people: Range) -> str:
    """Write a number of people as a range of whole people, the low end rounded down."""
    low, high = _grouped(int(people.low)), _grouped(-int(-people.high // 1))
    return low if low == high else f"{low}–{high}"


def checked_said(checked: str, entries: Iterable[str]) -> str:
    """Say with what a figure was compared; entries are background entries, by their codes."""
    codes = {"entries": ", ".join(entries)}
    if checked == "entries":
        return _g("Compared with entries of the background pages: %(entries)s.") % codes
    if checked == "partly":
        return _g("Only in part compared with entries of the background pages: %(entries)s.") % codes
    if checked == "table":
        return _g("Compared with the table of regions that comes with the archive.")
    return _g("Written down from memory of the publication, not compared with it.")


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _percent(share: float) -> str:
    said = f"{share * 100:.2g}" if share < 1 else "100"
    return said.replace(".", get_format("DECIMAL_SEPARATOR"))
