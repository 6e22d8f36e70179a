"""The alias register: persons of different accounts who may be one, by the keys of their names, and what was answered.

It is for the desk alone. Answering "same" merges nothing and changes no name: one man under two names in two accounts
is as it should be, since readers must not be able to put the two together. It only counts the two accounts once where
the archive counts people (the display threshold).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.language.expansion import name_parts
from archive.language.matching import NameMatcher
from archive.testimonies.models import Appearance, Part, Testimony
from archive.testimonies.persons import PersonRefused
from archive.users.models import User
from archive.vault.models import (
    NAMED_OPENLY,
    NamingDecision,
    NamingKind,
    Person,
    PersonComparison,
    ProtectedName,
)
from archive.vault.naming import current_matcher, openly_named_matcher

SAME, DIFFERENT = "same", "different"


@dataclass(frozen=True, slots=True)
class PossibleJoin:
    """Two persons, of no account in common, whose recorded names agree: in two parts, or in the only one recorded."""

    first: Person
    second: Person
    in_full: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody answered about two persons."""

    comparison: PersonComparison
    is_same: bool


@dataclass(frozen=True, slots=True)
class AliasSide:
    """One of two persons who may be one: the accounts they stand in, and what they are called there."""

    person: Person
    accounts: tuple[tuple[str, int, str], ...]  # reference, number, part
    called: tuple[str, ...]
    naming: str

    @property
    def is_named_openly(self) -> bool:
        """Tell whether their own names may stand in public."""
        return self.naming in NAMED_OPENLY


@sensitive_variables("names", "name")
def possible_joins(person: Person | None = None) -> list[PossibleJoin]:
    """Return the pairs nobody has answered yet, of everybody or of one person: those that agree in full first."""
    rows = ProtectedName.objects.all() if person is None else ProtectedName.objects.filter(person=person)
    names: dict[str, list[str]] = {}
    for row in rows.order_by("recorded_at", "pk"):
        names.setdefault(str(row.person_id), []).append(row.name.reveal())
    matchers = (current_matcher(), openly_named_matcher())
    agreeing: dict[frozenset[str], bool] = {}
    for reference, own in names.items():
        for other, in_full in _agreeing(own, matchers):
            if other != reference:
                pair = frozenset((reference, other))
                agreeing[pair] = in_full
    persons = {str(one.pk): one for one in Person.objects.filter(pk__in=frozenset().union(*agreeing))}
    settled = _settled(persons.values())
    joins = []
    for pair, in_full in agreeing.items():
        if pair not in settled:
            first, second = sorted((persons[reference] for reference in pair), key=lambda one: one.number)
            joins.append(PossibleJoin(first, second, in_full))
    return sorted(joins, key=lambda join: (not join.in_full, join.first.number, join.second.number))


@sensitive_variables("reason")
def record_comparison(
    first: Person, second: Person, *, answer: str, reason: str, by: User, at: datetime
) -> PersonComparison:
    """Answer whether two persons are one, for a reason; supersedes what was answered before. Nothing is merged."""
    if answer not in {SAME, DIFFERENT}:
        raise PersonRefused(_("Say whether they are one person, or two."))
    if first.pk == second.pk:
        raise PersonRefused(_("These are the same entry. Choose two."))
    if not reason.strip():
        raise PersonRefused(_("Say in a few words how you know; it stays sealed."))
    first, second = sorted((first, second), key=lambda one: one.number)
    with transaction.atomic():
        PersonComparison.objects.filter(first=first, second=second).supersede(at=at)
        comparison = PersonComparison(
            sealed_under=first.sealed_under,
            first=first,
            second=second,
            answer=answer,
            reason=reason.strip(),
            decided_by=by,
            decided_at=at,
        )
        comparison.save(force_insert=True)
        if answer == SAME:
            _count_once(first, second)
        else:
            _count_apart(first, second)
        record_event(
            Act.PERSONS_COMPARED,
            subject_kind=SubjectKind.PERSON,
            subject=first.pk,
            by=by.pk,
            at=at,
            facts={"person": second.pk},
        )
    return comparison


def answered(person: Person | None = None) -> list[Answered]:
    """Return the standing answers, of everybody or of one person, the newest first."""
    rows = PersonComparison.objects.standing()
    if person is not None:
        rows = rows.filter(Q(first=person) | Q(second=person))
    rows = rows.select_related("first", "second", "decided_by", "sealed_under").order_by("-decided_at", "pk")
    return [Answered(row, row.answer.reveal() == SAME) for row in rows]


def answer_of(first: Person, second: Person) -> Answered | None:
    """Return what stands of these two persons; None if nobody was asked."""
    pair = {first.pk, second.pk}
    return next((one for one in answered(first) if {one.comparison.first_id, one.comparison.second_id} == pair), None)


def alias_sides(persons: Iterable[Person]) -> dict[UUID, AliasSide]:
    """Return what the desk shows of persons who may be one, in few queries; no protected name is in it."""
    persons = list(persons)
    accounts: dict[UUID, list[tuple[str, int, str]]] = {}
    rows = Appearance.objects.filter(person__in=persons).select_related("testimony").order_by("testimony__number")
    for row in rows:
        accounts.setdefault(row.person_id, []).append((row.testimony.reference, row.testimony.number, row.part))
    standing = {
        decision.person_id: decision for decision in NamingDecision.objects.standing().filter(person__in=persons)
    }
    sides = {}
    for person in persons:
        decision = standing.get(person.pk)
        called = tuple(dict.fromkeys(decision.pseudonyms_by_language().values())) if decision else ()
        kind = decision.kind if decision else NamingKind.UNDECIDED
        sides[person.pk] = AliasSide(person, tuple(accounts.get(person.pk, ())), called, str(kind))
    return sides


@sensitive_variables("names", "name", "asked", "alone")
def _agreeing(names: list[str], matchers: Iterable[NameMatcher]) -> Iterator[tuple[str, bool]]:
    """Yield who else these names are names of, and whether they agree in two parts."""
    alone = [name for name in names if len(name_parts(name)) == 1]
    asked = dict.fromkeys((*names, " ".join(alone)))
    only_one = len(alone) == len(names) == 1
    for matcher in matchers:
        for name in asked:
            for match in matcher.find(name):
                if match.tier == "block" and (match.how == "whole-name" or only_one):
                    yield match.person, match.how == "whole-name"


def _settled(persons: Iterable[Person]) -> frozenset[frozenset[str]]:
    """Return the pairs of whom somebody answered, and those who stand in one account: two there are two."""
    persons = list(persons)
    answers = PersonComparison.objects.standing().filter(first__in=persons, second__in=persons)
    settled = {frozenset(map(str, pair)) for pair in answers.values_list("first_id", "second_id")}
    together: dict[object, list[str]] = {}
    for testimony, person in Appearance.objects.filter(person__in=persons).values_list("testimony_id", "person_id"):
        together.setdefault(testimony, []).append(str(person))
    return frozenset(settled | {frozenset(pair) for own in together.values() for pair in combinations(own, 2)})


def _count_once(first: Person, second: Person) -> None:
    """Let the accounts of one person, and whatever counted with them, be one disclosure unit."""
    units = set(_accounts_of(first.pk, second.pk).values_list("disclosure_unit", flat=True))
    if len(units) > 1:
        Testimony.objects.filter(disclosure_unit__in=units).update(disclosure_unit=min(units))


def _count_apart(first: Person, second: Person) -> None:
    """Let the accounts of two persons count twice again, unless other answers still hold them together."""
    own = _accounts_of(*_one_with(second))
    if own.filter(disclosure_unit__in=_accounts_of(first.pk).values("disclosure_unit")).exists():
        Testimony.objects.filter(pk__in=list(own.values_list("pk", flat=True))).update(disclosure_unit=uuid4())


def _one_with(person: Person) -> set[UUID]:
    """Return a person and everybody whom the standing answers make one with them."""
    pairs = [(one.comparison.first_id, one.comparison.second_id) for one in answered() if one.is_same]
    found: set[UUID] = {person.pk}
    while more := {end for pair in pairs for end in pair if found & set(pair)} - found:
        found |= more
    return found


def _accounts_of(*persons: UUID) -> QuerySet[Testimony]:
    about = Appearance.objects.filter(person__in=persons, part=Part.PROTAGONIST)
    return Testimony.objects.filter(pk__in=about.values("testimony"))
