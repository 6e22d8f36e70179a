"""What to do with a finding: a treatment, the rungs that fit the sentence, and the reason in one sentence.

Proposals only. People decide; what the detectors are unsure of is proposed as kept and still has to be decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.deidentification.dates import parse_date
from archive.deidentification.ladder_of import ladder_for
from archive.deidentification.mentions import Mention, UnknownLanguage, ladder_language, language_here
from archive.deidentification.numerals import find_quantities
from archive.deidentification.treatments import Treatment
from archive.detection.findings import EntityType, Finding, IdentifierClass

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive.deidentification.rungs import Rung

_DEFAULT_LEVEL = "L2"
_UNSURE = 0.25  # below this a detector says only that somebody should look
_PASSAGE = 6  # words from which a detail is told in our own words rather than left out

# They explain or give back what was changed: no coarser wording helps.
_GIVING_BACK = frozenset(["gloss", "naming_note", "nickname_origin", "unique_detail", "security_phrase"])
# What happened is the testimony; how it happened leads to people.
_TOLD_IN_OUR_WORDS = frozenset(
    ["unique_event", "event", "escape_method", "method", "pretext", "border", "torture", "killing", "selfharm", "quote"]
)
_TOLD_IN_CLAUSES = frozenset(["wound", "legal", "family", "faith", "prisoner", "bribe"])
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
# Told alone, these are no finer than what the public record says anyway.
_COARSE_ALREADY = frozenset(["year", "season", "rank", "counts"])
# Kinds of people, told by their role and not by a name.
_ROLES = frozenset(["relative", "comrade", "commander", "helper"])


@dataclass(frozen=True, slots=True)
class Proposal:
    """A treatment with its rungs, finest first; `advised` is the index of the rung the archive publishes by default."""

    treatment: Treatment
    rungs: tuple[Rung, ...]
    advised: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Case:
    finding: Finding
    rungs: tuple[Rung, ...]
    words: int
    is_coarse: bool = False
    is_clause: bool = False


# The first rule that holds says what is proposed and why. An advised rung goes only with a name or a coarser wording.
_RULES: tuple[tuple[Callable[[_Case], bool], Treatment, str], ...] = (
    (
        lambda case: case.finding.identifier_class is IdentifierClass.PUBLIC,
        Treatment.RETAIN,
        "it is public and leads to nobody, so it stays",
    ),
    (
        lambda case: _is_a_name(case.finding),
        Treatment.PSEUDONYMISE,
        "a name is replaced by the name the person has here",
    ),
    (
        lambda case: case.finding.score < _UNSURE,
        Treatment.RETAIN,
        "it may tell nothing, but somebody has to look",
    ),
    (
        lambda case: case.finding.detail in _GIVING_BACK,
        Treatment.SUPPRESS,
        "it would give back what is changed elsewhere",
    ),
    (
        lambda case: case.finding.detail in _TOLD_IN_OUR_WORDS,
        Treatment.SUMMARISE,
        "what happened can be told in our own words, the details not",
    ),
    (
        lambda case: case.is_clause and case.finding.detail in _TOLD_IN_CLAUSES,
        Treatment.SUMMARISE,
        "it is told in a whole clause, which our own words can stand for",
    ),
    (lambda case: bool(case.rungs), Treatment.GENERALISE, ""),
    (
        lambda case: case.finding.detail in _COARSE_ALREADY or case.is_coarse,
        Treatment.RETAIN,
        "it is as coarse as the archive publishes it",
    ),
    (lambda case: case.words >= _PASSAGE, Treatment.SUMMARISE, "no coarser wording fits, so it is told anew"),
    (lambda case: True, Treatment.SUPPRESS, "no coarser wording fits, so it is left out"),
)


def propose(finding: Finding, *, text: str, language: str | None) -> Proposal:
    """Return the treatment a finding calls for, with coarser wordings in the language of its paragraph."""
    language = language_here(text, finding.start, finding.end, language)
    is_public = finding.identifier_class is IdentifierClass.PUBLIC
    rungs = () if is_public else _rungs(finding, text, language)
    words = text[finding.start : finding.end]
    case = _Case(
        finding,
        rungs,
        len(words.split()),
        is_coarse=not rungs and _is_coarse(finding, words, language),
        is_clause=_is_clause(text, finding, language),
    )
    treatment, why = next((treatment, why) for holds, treatment, why in _RULES if holds(case))
    advised = _advised(rungs) if treatment in (Treatment.GENERALISE, Treatment.PSEUDONYMISE) else None
    return Proposal(treatment, rungs, advised, _because(finding, why or _why_coarser(finding)))


def _is_clause(text: str, finding: Finding, language: str | None) -> bool:
    try:
        return Mention(text, finding.start, finding.end, ladder_language(language)).has_finite_verb
    except UnknownLanguage:
        return False


def _is_a_name(finding: Finding) -> bool:
    """Tell whether a finding is, or may be, somebody's name rather than a role."""
    may_be = finding.entity_type is EntityType.PERSON or finding.detail == "name"
    return may_be and finding.detail not in _ROLES


def _rungs(finding: Finding, text: str, language: str | None) -> tuple[Rung, ...]:
    ladder = ladder_for(finding.detail)
    if ladder is None:
        return ()
    try:
        known = ladder_language(language)
    except UnknownLanguage:
        return ()
    return ladder(Mention(text, finding.start, finding.end, known))


def _advised(rungs: tuple[Rung, ...]) -> int | None:
    """Choose the coarsest rung up to the public default, or the finest there is beyond it."""
    if not rungs:
        return None
    public = [index for index, rung in enumerate(rungs) if rung.level <= _DEFAULT_LEVEL]
    return public[-1] if public else 0


def _is_coarse(finding: Finding, words: str, language: str | None) -> bool:
    """Tell whether a date is no more than a year, or an hour of no known day."""
    if finding.entity_type is not EntityType.DATE:
        return False
    if _CLOCK.fullmatch(words.strip()):
        return True
    try:
        known = ladder_language(language)
    except UnknownLanguage:
        return False
    date = parse_date(words, known)
    is_a_year = date is not None and date.year is not None and not (date.month or date.season)
    return is_a_year and len(find_quantities(words, known)) == 1


def _why_coarser(finding: Finding) -> str:
    match finding.identifier_class:
        case IdentifierClass.DIRECT:
            return "it identifies alone, so only its kind is told"
        case IdentifierClass.LOOKUP:
            return "it can be looked up in lists and registers, so it is told coarsely"
        case IdentifierClass.SENSITIVE:
            return "it harms if attributed, so it is told coarsely and warned of"
        case IdentifierClass.OPERATIONAL:
            return "it could burn a way, a helper or a safe place, so only its kind is told"
        case _:
            return "with other details it could lead to a person, so it is told coarsely"


def _because(finding: Finding, consequence: str) -> str:
    """Join what the recogniser saw and what follows from it in one sentence."""
    seen = finding.reason.strip().rstrip(".")
    return f"{seen}: {consequence}." if seen else f"{consequence[:1].upper()}{consequence[1:]}."
