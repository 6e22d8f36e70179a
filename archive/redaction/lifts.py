"""Saying of one occurrence that it is another person or an ordinary word: proposed by one, confirmed by another.

Both are bound to the digest of the text that would be published, so that any later edit ends them; the gate looks at
each again (`standing_names`), and never lets two parts of one person's name stand together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, FactValue, SubjectKind
from archive.audit.recording import record_event
from archive.deidentification.leaks import find_leaks
from archive.language.matching import NameMatch
from archive.redaction.models import LiftKind, LiftOutcome, LiftVerdict, NameLift
from archive.redaction.places import TextPlace, text_places
from archive.redaction.rendering import RedactedText, render_redacted
from archive.redaction.standing_names import passes, standing_lifts, stands_in_full
from archive.testimonies.models import Contribution, Edition, State
from archive.users.models import User
from archive.users.roles import DeskAct, role_allows
from archive.vault.models import NamingDecision, Person
from archive.vault.naming import current_matcher


class LiftRefused(ValueError):
    """Nothing was said of this occurrence; the message says why and what next."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a form stands in a text that would be published: language, passage (0: the abstract), code points."""

    language: str
    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameLeft:
    """A form of a protected name in a text that would be published, for whom it counts, and what was said of it."""

    where: Occurrence
    place: TextPlace = field(repr=False)
    persons: tuple[str, ...]
    tier: str
    how: str
    refused: str  # why nothing can be said of it; empty if something can
    is_settled: bool  # what was said lets it stand, by the rule of the gate
    lifts: tuple[NameLift, ...] = ()


@sensitive_variables("redacted")
def names_left(edition: Edition, redacted: RedactedText) -> list[NameLeft]:
    """Return every form that still stands in abstracts and passages, in reading order, with what was said of it."""
    lifts: dict[Occurrence, list[NameLift]] = {}
    rows = NameLift.objects.filter(edition=edition, digest=redacted.digest)
    for lift in rows.select_related("sealed_under", "person", "proposed_by", "verdict__given_by"):
        lifts.setdefault(Occurrence(lift.language, lift.passage, lift.start, lift.end), []).append(lift)
    allowed, matcher = pseudonyms_in(edition), current_matcher()
    found = []
    for place in text_places(redacted.record):
        every = find_leaks(place.text, matcher=matcher)
        standing = find_leaks(place.text, matcher=matcher, allowed=allowed) if every else ()
        for start, end in sorted({(leak.start, leak.end) for leak in standing}):
            here = [leak for leak in standing if (leak.start, leak.end) == (start, end)]
            where = Occurrence(place.language, place.passage, start, end)
            said = tuple(lifts.get(where, ()))
            holds = standing_lifts(said, digest=redacted.digest)
            is_settled = all(passes(place, leak, leaks=every, lifts=holds) for leak in here)
            found.append(_left(where, place, here, every, lifts=said, is_settled=is_settled))
    return found


def said_before(edition: Edition, *, digest: str) -> dict[tuple[str, int, str], NameLift]:
    """Return what was last said in other texts of this testimony, by language, passage and person: to be said anew."""
    rows = NameLift.objects.filter(edition__testimony=edition.testimony_id).exclude(digest=digest)
    rows = rows.exclude(verdict__outcome=LiftOutcome.REFUSE).select_related("sealed_under").order_by("proposed_at")
    return {(row.language, row.passage, str(row.person_id)): row for row in rows}


def pseudonyms_in(edition: Edition) -> tuple[str, ...]:
    """Return what the persons of a testimony are called here, in every language."""
    decisions = NamingDecision.objects.standing().filter(person__appearances__testimony=edition.testimony_id)
    return tuple(sorted({name for one in decisions for name in one.pseudonyms_by_language().values()}))


@sensitive_variables("reason", "left")
def propose_lift(
    edition: Edition, where: Occurrence, *, digest: str, kind: str, reason: str, by: User, at: datetime
) -> list[NameLift]:
    """Say that an occurrence is not the name it looks like; `digest` is that of the text the page showed.

    Returns a lift for each person it counts for. Raises `LiftRefused` for another text, a place where nothing stands,
    words of the archive's own, and two parts of one name.
    """
    if not role_allows(by, DeskAct.DECIDE):
        raise LiftRefused(_("Your role does not decide details. Ask an editor."))
    if kind not in LiftKind.values:
        raise LiftRefused(_("Say what it is: another person, or an ordinary word."))
    if not reason.strip():
        raise LiftRefused(_("Say in a few words how you know; whoever confirms it reads them. They stay sealed."))
    left = _left_at(edition, where, digest=digest, by=by, at=at)
    if left.refused:
        raise LiftRefused(left.refused)
    said = {str(lift.person_id) for lift in left.lifts}
    with transaction.atomic():
        Contribution.objects.get_or_create(edition=edition, user=by)
        persons = Person.objects.filter(pk__in=set(left.persons) - said).select_related("sealed_under")
        lifts = [
            NameLift(
                sealed_under=person.sealed_under,
                edition=edition,
                digest=digest,
                language=where.language,
                passage=where.passage,
                start=where.start,
                end=where.end,
                person=person,
                kind=kind,
                tier=left.tier,
                reason=reason.strip(),
                proposed_by=by,
                proposed_at=at,
            )
            for person in persons
        ]
        if not lifts:
            raise LiftRefused(_("Somebody has said this of the place already. Open the page again."))
        for lift in lifts:
            lift.save(force_insert=True)
        _record(Act.LIFT_PROPOSED, edition, where, digest=digest, persons=len(lifts), by=by, at=at)
    return lifts


@sensitive_variables("left")
def answer_lift(
    edition: Edition, where: Occurrence, *, digest: str, outcome: str, by: User, at: datetime
) -> list[LiftVerdict]:
    """Confirm or refuse what was said of an occurrence; raises `LiftRefused` for whoever is no second pair of eyes."""
    if outcome not in LiftOutcome.values:
        raise LiftRefused(_("Confirm it, or refuse it."))
    left = _left_at(edition, where, digest=digest, by=by, at=at)
    waiting = [lift for lift in left.lifts if getattr(lift, "verdict", None) is None]
    if not waiting:
        raise LiftRefused(_("Nothing waits to be confirmed at this place. Open the page again."))
    refuse_second_person(edition, waiting, by=by)
    if outcome == LiftOutcome.CONFIRM and left.refused:
        raise LiftRefused(left.refused)
    with transaction.atomic():
        verdicts = [
            LiftVerdict.objects.create(lift=lift, digest=digest, outcome=outcome, given_by=by, given_at=at)
            for lift in waiting
        ]
        act = Act.LIFT_CONFIRMED if outcome == LiftOutcome.CONFIRM else Act.LIFT_REFUSED
        _record(act, edition, where, digest=digest, persons=len(verdicts), by=by, at=at)
    return verdicts


def refuse_second_person(edition: Edition, lifts: Sequence[NameLift], *, by: User) -> None:
    """Raise `LiftRefused` for somebody whose word would not be a second one; pages ask it beforehand."""
    if not role_allows(by, DeskAct.REVIEW):
        raise LiftRefused(_("Only an admin confirms that a name may stand. It waits until one looks at it."))
    if any(lift.proposed_by_id == by.pk for lift in lifts):
        raise LiftRefused(_("You proposed this yourself. Another admin has to look at it."))
    if Contribution.objects.filter(edition=edition, user=by).exists():
        raise LiftRefused(_("You decided something in this testimony yourself, so another admin has to look at it."))


@sensitive_variables("redacted")
def _left_at(edition: Edition, where: Occurrence, *, digest: str, by: User, at: datetime) -> NameLeft:
    if edition.state in {State.WITHDRAWN, State.SUPERSEDED}:
        raise LiftRefused(_("This edition was withdrawn or replaced; nothing of it goes out."))
    redacted = render_redacted(edition, by=by, at=at, purpose="review")
    if redacted.digest != digest:
        raise LiftRefused(
            _("The text has changed since the page was shown, so this would be said of another one. Read it again.")
        )
    left = next((one for one in names_left(edition, redacted) if one.where == where), None)
    if left is None:
        raise LiftRefused(_("No form of a protected name stands at this place. Open the page again."))
    return left


def _left(
    where: Occurrence,
    place: TextPlace,
    here: Sequence[NameMatch],
    every: Sequence[NameMatch],
    *,
    lifts: tuple[NameLift, ...],
    is_settled: bool,
) -> NameLeft:
    blocks = [leak for leak in here if leak.tier == "block"]
    refused = ""
    if any(stands_in_full(place.text, leak, every) for leak in blocks):
        refused = _(
            "Two parts of one person's name stand together here. That is never an ordinary word and never chance: "
            "change it, or take one part out."
        )
    elif place.plain_around(where.start, where.end) is None:
        refused = _("The archive itself put these words here. Choose other ones on the workbench.")
    surest = blocks[0] if blocks else here[0]
    persons = tuple(dict.fromkeys(leak.person for leak in here))
    return NameLeft(where, place, persons, surest.tier, surest.how, refused, is_settled, lifts)


def _record(
    act: Act, edition: Edition, where: Occurrence, *, digest: str, persons: int, by: User, at: datetime
) -> None:
    facts: dict[str, FactValue] = {"digest": digest, "language": where.language, "persons": persons}
    record_event(act, subject_kind=SubjectKind.EDITION, subject=edition.pk, by=by.pk, at=at, facts=facts)
