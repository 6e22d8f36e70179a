"""The persons of a testimony as the desk works on them: who stands in it, what protects them, what they are called.

What is decided of a person re-opens every testimony in work in which the person stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.language.pseudonyms import NoPseudonymLeft, suggest_pseudonym
from archive.testimonies.models import IN_WORK, Appearance, Edition, Part, Testimony
from archive.users.models import User
from archive.vault.models import NameKind, NamingDecision, Person, ProtectedName, PrunedForm
from archive.vault.naming import (
    NameDraft,
    current_matcher,
    record_naming_decision,
    record_protected_name,
    register_person,
)
from archive.vault.pruning import prune_form, standing_prunings
from archive.vault.pseudonyms import pseudonyms_by_person


class PersonRefused(ValueError):
    """A person cannot be entered like this; nothing was kept."""


@dataclass(frozen=True, slots=True)
class ShownName:
    """A protected name, opened for somebody who asked to see it."""

    kind: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """Somebody in a testimony: the part, the kinds of the names that protect them, and what was decided."""

    person: Person
    part: str
    narrates: bool
    name_kinds: tuple[str, ...]
    decision: NamingDecision | None

    @property
    def is_decided(self) -> bool:
        """Tell whether somebody has decided what this person is called."""
        return self.decision is not None and self.decision.is_decided


@sensitive_variables("names")
def add_person(
    testimony: Testimony,
    *,
    part: str,
    names: tuple[NameDraft, ...] = (),
    held: Person | None = None,
    by: User,
    at: datetime,
) -> Person:
    """Enter one more person into a testimony, new or already known; nobody has decided yet what a new one is called."""
    if part not in Part.values or part == Part.PROTAGONIST:
        raise PersonRefused(_("A testimony is about one person. Say what else this person is in it."))
    if held is not None and Appearance.objects.filter(testimony=testimony, person=held).exists():
        raise PersonRefused(
            _("%(reference)s stands in this testimony already. Open that person in the list.")
            % {"reference": held.reference}
        )
    with transaction.atomic():
        person = held or register_person(names=names, by=by, at=at)
        Appearance.objects.create(testimony=testimony, person=person, part=part)
        reopen_testimonies_of(person, by=by, at=at)
    return person


@sensitive_variables("name")
def protect_name_of(person: Person, *, name: str, kind: str, by: User, at: datetime) -> ProtectedName:
    """Protect one more name of a person; raises `NameRefused` for what is no name at all."""
    with transaction.atomic():
        protected = record_protected_name(person, name=name, kind=kind, by=by, at=at)
        reopen_testimonies_of(person, by=by, at=at)
    return protected


@sensitive_variables("evidence", "pseudonyms")
def decide_naming(
    person: Person,
    *,
    kind: str,
    evidence: str,
    pseudonyms: Mapping[str, str],
    by: User,
    at: datetime,
    edition: Edition | None = None,
    seen: int | None = None,
) -> NamingDecision:
    """Record what a person is called; raises `NameRefused` where the name is taken, missing or itself protected.

    `edition` and `seen` are what the actor's page showed: raises `EditionChanged` if it is no longer today's.
    """
    with transaction.atomic():
        if edition is not None and edition.state in IN_WORK:
            edition.touch(by=by, at=at, seen=seen)
        decision = record_naming_decision(person, kind=kind, evidence=evidence, pseudonyms=pseudonyms, by=by, at=at)
        reopen_testimonies_of(person, by=by, at=at)
    return decision


def show_names(person: Person, *, by: User, at: datetime) -> tuple[ShownName, ...]:
    """Return the protected names of a person and leave an event that says who asked to see them."""
    with transaction.atomic():
        record_event(Act.NAMES_SHOWN, subject_kind=SubjectKind.PERSON, subject=person.pk, by=by.pk, at=at)
    names = ProtectedName.objects.filter(person=person).order_by("recorded_at", "pk")
    return tuple(ShownName(name.kind, name.name.reveal()) for name in names)


@sensitive_variables("form", "reason")
def prune_form_of(person: Person, *, form: str, reason: str, by: User, at: datetime) -> PrunedForm:
    """Take one form away from a person; whoever did has had a hand in every testimony in work the person stands in."""
    with transaction.atomic():
        pruned = prune_form(person, form=form, reason=reason, by=by, at=at)
        reopen_testimonies_of(person, by=by, at=at)
    return pruned


def prunings_of(person: Person) -> list[PrunedForm]:
    """Return the forms that are taken away from a person now."""
    return standing_prunings(person)


def free_names() -> dict[str, tuple[str, ...]]:
    """Draw, for each language, a man's and a woman's name that stands for nobody and points at nobody."""
    taken = {name for called in pseudonyms_by_person().values() for name in called.values()}
    drawn: dict[str, tuple[str, ...]] = {}
    for language in ("en", "nb", "ru", "uk"):
        names = []
        for gender in ("m", "f"):
            try:
                names.append(
                    suggest_pseudonym(language=language, gender=gender, taken=taken, protected=current_matcher())
                )
            except NoPseudonymLeft:
                continue
        drawn[language] = tuple(names)
    return drawn


def persons_in(testimony: Testimony) -> list[PersonStanding]:
    """Return everybody in a testimony, whom it is about first, in a fixed number of queries; names stay closed."""
    appearances = list(
        Appearance.objects.filter(testimony=testimony).select_related("person__sealed_under").order_by("person__number")
    )
    persons = [appearance.person_id for appearance in appearances]
    decisions = {
        decision.person_id: decision
        for decision in NamingDecision.objects.standing()
        .filter(person_id__in=persons)
        .select_related("decided_by", "sealed_under")
    }
    order = list(NameKind.values)
    kinds: dict[object, list[str]] = {}
    for person, kind in (
        ProtectedName.objects.filter(person_id__in=persons)
        .order_by("recorded_at", "pk")
        .values_list("person_id", "kind")
    ):
        kinds.setdefault(person, []).append(kind)
    standing = [
        PersonStanding(
            one.person,
            one.part,
            one.narrates,
            tuple(sorted(kinds.get(one.person_id, ()), key=order.index)),
            decisions.get(one.person_id),
        )
        for one in appearances
    ]
    return sorted(standing, key=lambda one: one.part != Part.PROTAGONIST)


def reopen_testimonies_of(person: Person, *, by: User, at: datetime) -> int:
    """Count a change in every edition in work in which a person stands; return how many there are."""
    editions = Edition.objects.in_work().filter(testimony__appearances__person=person).select_related("testimony")
    found = list(editions.distinct())
    for edition in found:
        edition.touch(by=by, at=at)
    return len(found)
