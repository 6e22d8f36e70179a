"""Persons, the names that protect them, and the decisions on what they are called here."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.language.forms import can_be_looked_for
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.pseudonyms import is_protected
from archive.language.remembering import forget_words
from archive.users.models import User
from archive.vault.keyring import current_ring
from archive.vault.models import (
    NAMED_OPENLY,
    NameKind,
    NamingDecision,
    NamingKind,
    Person,
    ProtectedName,
    PrunedForm,
    UnsweptName,
)
from archive.vault.pseudonyms import bearers_by_pseudonym, folded, pseudonyms_by_person
from archive.vault.sealed import make_data_key

LEAST_LETTERS = 2
MOST_WORDS, MOST_SIGNS = 16, 200
"""Of one name: what is longer is a sentence, and each of its words would be refused everywhere."""


class NameRefused(ValueError):
    """A name or pseudonym that cannot be recorded as it is."""


@dataclass(frozen=True, slots=True)
class NameDraft:
    """A name to be protected, and what kind of name it is."""

    name: str = field(repr=False)
    kind: str = NameKind.LEGAL


@sensitive_variables("names", "note")
def register_person(*, names: Iterable[NameDraft] = (), note: str = "", by: User, at: datetime) -> Person:
    """Enter a person with the names known so far; without a naming decision a person is protected and undecided."""
    with transaction.atomic():
        number = (Person.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        person = Person(sealed_under=make_data_key(), number=number, note=note)
        person.save(force_insert=True)
        record_event(Act.PERSON_RECORDED, subject_kind=SubjectKind.PERSON, subject=person.pk, by=by.pk, at=at)
        for draft in names:
            record_protected_name(person, name=draft.name, kind=draft.kind, by=by, at=at)
    return person


@sensitive_variables("name", "cleaned")
def record_protected_name(person: Person, *, name: str, kind: str, by: User, at: datetime) -> ProtectedName:
    """Protect one more name of a person, once; raises `NameRefused` for what is no name at all."""
    cleaned = " ".join(unicodedata.normalize("NFC", name).split())
    if sum(character.isalpha() for character in cleaned) < LEAST_LETTERS:
        message = _(
            "This is not a name that can be looked for: it has fewer than two letters. Write the name as it "
            "was recorded; initials alone are found together with the surname."
        )
        raise NameRefused(message)
    if len(cleaned) > MOST_SIGNS or len(cleaned.split()) > MOST_WORDS:
        message = _(
            "This is longer than a name: every word of it would be refused in all that is published. Write one name, "
            "of at most %(words)d words and %(signs)d letters, and each other name by itself."
        )
        raise NameRefused(message % {"words": MOST_WORDS, "signs": MOST_SIGNS})
    if not can_be_looked_for(cleaned):
        message = _(
            "This name cannot be looked for: it has no word of two letters, or is written in a script the archive "
            "cannot read. Write it in Latin or Cyrillic letters, as texts would."
        )
        raise NameRefused(message)
    if kind not in NameKind.values:
        raise NameRefused(
            _("There is no kind of name called '%(kind)s'. Choose one of: %(known)s.")
            % {"kind": kind, "known": ", ".join(NameKind.values)}
        )
    digest = digest_of_name(person, cleaned)
    with transaction.atomic():
        held: ProtectedName | None = ProtectedName.objects.filter(person=person, digest=digest).first()
        if held is not None:
            return held
        protected = ProtectedName(
            sealed_under=person.sealed_under,
            person=person,
            kind=kind,
            name=cleaned,
            digest=digest,
            recorded_by=by,
            recorded_at=at,
        )
        protected.save(force_insert=True)
        UnsweptName.objects.create(person=person)
        record_event(Act.NAME_PROTECTED, subject_kind=SubjectKind.PERSON, subject=person.pk, by=by.pk, at=at)
    return protected


@sensitive_variables("name")
def digest_of_name(person: Person, name: str) -> str:
    """Return the keyed digest by which a name is known again as the same person's."""
    return current_ring().keyed_digest("name", f"{person.pk}|{name.casefold()}".encode())


@sensitive_variables("evidence", "pseudonyms", "spellings")
def record_naming_decision(
    person: Person, *, kind: str, evidence: str, pseudonyms: Mapping[str, str], by: User, at: datetime
) -> NamingDecision:
    """Record who decided on this person's name and what the person is called here; supersedes the standing decision.

    Raises `NameRefused` where a pseudonym is missing, or is itself a protected name or another person's pseudonym.
    """
    spellings = {language: " ".join(name.split()) for language, name in pseudonyms.items() if name.strip()}
    _refuse_unfit_decision(person, kind=kind, evidence=evidence, spellings=spellings)
    with transaction.atomic():
        NamingDecision.objects.filter(person=person).supersede(at=at)
        decision = NamingDecision(
            sealed_under=person.sealed_under,
            person=person,
            kind=kind,
            evidence=evidence,
            pseudonyms=json.dumps(spellings, ensure_ascii=False, sort_keys=True),
            decided_by=by,
            decided_at=at,
        )
        decision.save(force_insert=True)
        UnsweptName.objects.create(person=person)  # who was named openly until now may stand anywhere
        record_event(
            Act.NAMING_DECIDED,
            subject_kind=SubjectKind.PERSON,
            subject=person.pk,
            by=by.pk,
            at=at,
            facts={"kind": kind},
        )
    return decision


def standing_decision(person: Person) -> NamingDecision | None:
    """Return the naming decision that holds today, if any."""
    decision: NamingDecision | None = NamingDecision.objects.standing().filter(person=person).first()
    return decision


@sensitive_variables("names", "pruned")
def protected_persons() -> tuple[NamedPerson, ...]:
    """Return every person with the names that protect them; who is named openly by decision is not among them."""
    pruned = _pruned_forms()
    pseudonyms: dict[object, tuple[str, ...]] = {}
    named_openly = set()
    for decision in NamingDecision.objects.standing():
        if decision.kind in NAMED_OPENLY:
            named_openly.add(decision.person_id)
        pseudonyms[decision.person_id] = tuple(sorted(set(decision.pseudonyms_by_language().values())))
    names: dict[object, list[str]] = {}
    for protected in ProtectedName.objects.exclude(person_id__in=named_openly).order_by("recorded_at", "pk"):
        names.setdefault(protected.person_id, []).append(protected.name.reveal())
    return tuple(
        NamedPerson(str(person), tuple(forms), pseudonyms.get(person, ()), pruned.get(str(person), frozenset()))
        for person, forms in names.items()
    )


def named_person(person: Person) -> NamedPerson:
    """Return one person as a matcher takes them, for a search that leaves only places behind."""
    pruned = _pruned_forms(person).get(str(person.pk), frozenset())
    return NamedPerson(str(person.pk), names_of_person(person), (), pruned)


def names_of_person(person: Person) -> tuple[str, ...]:
    """Return the names that protect one person, opened for a search that leaves only places behind."""
    names = ProtectedName.objects.filter(person=person).order_by("recorded_at", "pk")
    return tuple(name.name.reveal() for name in names)


def names_stamp() -> str:
    """Return a keyed digest of the state of all names: it changes whenever what must be refused may have changed."""
    last_name = ProtectedName.objects.aggregate(last=Max("recorded_at"))["last"]
    last_decision = NamingDecision.objects.aggregate(last=Max("decided_at"))["last"]
    pruned = PrunedForm.objects.aggregate(count=Count("pk"), last=Max("pruned_at"), back=Count("restored_at"))
    state = (
        f"{ProtectedName.objects.count()}|{last_name}|{NamingDecision.objects.count()}|{last_decision}"
        f"|{pruned['count']}|{pruned['last']}|{pruned['back']}"
    )
    return current_ring().keyed_digest("names-state", state.encode())


class _Held:
    """The matcher of this process, for the state of names it was built from; it never leaves the vault's memory."""

    lock = Lock()
    stamp = ""
    names: frozenset[UUID] = frozenset()
    matcher: NameMatcher | None = None


def current_matcher() -> NameMatcher:
    """Return the matcher over all protected names; names recorded since are added, and any other change builds anew."""
    with _Held.lock:
        stamp = names_stamp()
        if _Held.matcher is None or _Held.stamp != stamp:
            indexed = frozenset(_indexed_names().values_list("pk", flat=True))
            if _Held.matcher is not None and _Held.names <= indexed:
                for name in _indexed_names().filter(pk__in=indexed - _Held.names):
                    _Held.matcher.add(NamedPerson(str(name.person_id), (name.name.reveal(),)))
            else:
                _Held.matcher = NameMatcher(protected_persons())
            _Held.matcher.pruned = _pruned_forms()
            _Held.names, _Held.stamp = indexed, stamp
        return _Held.matcher


def openly_named_matcher() -> NameMatcher:
    """Return a matcher of the names of those who are named openly by decision, whom `current_matcher` leaves out."""
    return NameMatcher(map(named_person, Person.objects.filter(pk__in=_named_openly())))


def forget_names() -> None:
    """Drop the matcher and the words it was asked about from memory, as when the vault is locked."""
    forget_words()
    _Held.matcher, _Held.names, _Held.stamp = None, frozenset(), ""


def _indexed_names() -> QuerySet[ProtectedName]:
    """Return the names that protect: all but those of persons who are named openly by decision."""
    return ProtectedName.objects.exclude(person__in=_named_openly())


def _named_openly() -> "QuerySet[NamingDecision, Any]":
    standing: QuerySet[NamingDecision] = NamingDecision.objects.standing()
    return standing.filter(kind__in=NAMED_OPENLY).values("person")


@sensitive_variables("forms")
def _pruned_forms(person: Person | None = None) -> dict[str, frozenset[str]]:
    """Return the forms that are taken away from each person now, by the person's reference."""
    standing = PrunedForm.objects.standing()
    forms: dict[str, set[str]] = {}
    for row in standing if person is None else standing.filter(person=person):
        forms.setdefault(str(row.person_id), set()).add(row.form.reveal())
    return {reference: frozenset(words) for reference, words in forms.items()}


@sensitive_variables("evidence", "spellings", "name", "others")
def _refuse_unfit_decision(person: Person, *, kind: str, evidence: str, spellings: Mapping[str, str]) -> None:
    if kind not in NamingKind.values:
        raise NameRefused(
            _("There is no naming decision '%(kind)s'. Choose one of: %(known)s.")
            % {"kind": kind, "known": ", ".join(NamingKind.values)}
        )
    if kind == NamingKind.UNDECIDED:
        return
    if not evidence.strip():
        message = _(
            "A naming decision names its evidence: where the source says so, or why the archive chose the "
            "name. Write one sentence; it stays sealed."
        )
        raise NameRefused(message)
    if kind not in {NamingKind.ROLE_ONLY, *NAMED_OPENLY} and not spellings:
        raise NameRefused(_("This decision gives the person a name here. Write its one spelling for each language."))
    own = str(person.pk) if kind in NAMED_OPENLY else ""  # who is named openly bears the name that protected them
    for name in spellings.values():
        _refuse_taken_pseudonym(person, name, own=own)


@sensitive_variables("name", "called")
def _refuse_taken_pseudonym(person: Person, name: str, *, own: str) -> None:
    if is_protected(name, current_matcher(), but_of=own):
        message = _(
            "This pseudonym is itself a protected name in the archive: it could point at the wrong person, "
            "or at the right one. Choose another; the page suggests some that are free."
        )
        raise NameRefused(message)
    called = pseudonyms_by_person()
    others = bearers_by_pseudonym(called).get(folded(name), frozenset()) - {person.pk}
    if others:
        message = _(
            "This pseudonym already stands for %(reference)s. Two with one name would be taken for one. Choose another."
        ) % {"reference": Person.objects.filter(pk__in=others).order_by("number")[0].reference}
        raise NameRefused(message)
