"""The persons of a testimony as the desk works on them: who stands in it, what protects them, what they are called.

What is decided of a person re-opens every testimony in work in which the person stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.testimonies.models import Appearance, Edition, Part, Testimony
from archive.users.models import User
from archive.vault.models import NamingDecision, Person, ProtectedName
from archive.vault.naming import NameDraft, record_naming_decision, record_protected_name, register_person


class PersonRefused(ValueError):
    """A person cannot be entered like this; nothing was kept."""


@dataclass(frozen=True, slots=True)
class ShownName:
    """A protected name, opened for somebody who asked to see it."""

    kind: str
    name: str = field(repr=False)


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
        raise PersonRefused("A testimony is about one person. Say what else this person is in it.")
    if held is not None and Appearance.objects.filter(testimony=testimony, person=held).exists():
        raise PersonRefused(f"{held.reference} stands in this testimony already. Open that person in the list.")
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
    person: Person, *, kind: str, evidence: str, pseudonyms: Mapping[str, str], by: User, at: datetime
) -> NamingDecision:
    """Record what a person is called; raises `NameRefused` where the name is taken, missing or itself protected."""
    with transaction.atomic():
        decision = record_naming_decision(person, kind=kind, evidence=evidence, pseudonyms=pseudonyms, by=by, at=at)
        reopen_testimonies_of(person, by=by, at=at)
    return decision


def show_names(person: Person, *, by: User, at: datetime) -> tuple[ShownName, ...]:
    """Return the protected names of a person and leave an event that says who asked to see them."""
    with transaction.atomic():
        record_event(Act.NAMES_SHOWN, subject_kind=SubjectKind.PERSON, subject=person.pk, by=by.pk, at=at)
    names = ProtectedName.objects.filter(person=person).order_by("recorded_at", "pk")
    return tuple(ShownName(name.kind, name.name.reveal()) for name in names)


def reopen_testimonies_of(person: Person, *, by: User, at: datetime) -> int:
    """Count a change in every edition in work in which a person stands; return how many there are."""
    editions = Edition.objects.in_work().filter(testimony__appearances__person=person).select_related("testimony")
    for edition in editions.distinct():
        edition.touch(by=by, at=at)
    return len(editions)
