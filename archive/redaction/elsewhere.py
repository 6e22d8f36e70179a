"""Facts told outside a testimony: by public texts the archive knows, and by other testimonies."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.views.decorators.debug import sensitive_variables

from archive.deidentification.exposure import Elsewhere
from archive.deidentification.joins import Join, SharedFact, fact_key, tells_little, weigh_joins
from archive.deidentification.mentions import language_here
from archive.deidentification.treatments import Treatment
from archive.detection.identifiers import find_identifiers
from archive.redaction.exposure import Exposure, exposure_of
from archive.redaction.models import IdentifyingSpan, KnownFact, SpanDecision
from archive.redaction.rendering import OpenedTelling
from archive.redaction.spans import digest_of_fact
from archive.testimonies.models import IN_WORK, STANDING, CodedFact, Edition, Part, State, Testimony
from archive.vault.models import NamingDecision

_SHARED_BY_MANY = 20  # what more testimonies than these tell joins none of them
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """What every testimony is compared with; loaded once for many."""

    publicly_known: frozenset[str] = field(default=frozenset(), repr=False)
    tellers: Mapping[str, frozenset[object]] = field(default_factory=dict, repr=False)
    siblings: Mapping[object, frozenset[str]] = field(default_factory=dict, repr=False)

    def than(self, testimony: Testimony) -> Elsewhere:
        """Return what is told elsewhere than in this testimony."""
        return Elsewhere(
            self.publicly_known,
            self.tellers,
            testimony.disclosure_unit,
            self.siblings.get(testimony.pk, frozenset()),
        )


def look_elsewhere(*, only: Testimony | None = None) -> ToldElsewhere:
    """Return what public texts and other testimonies tell, in a fixed number of queries; for all, or only for one."""
    known = frozenset(KnownFact.objects.values_list("fact", flat=True))
    units: dict[str, set[object]] = {}
    told = _kept().filter(edition__state__in=STANDING, fact__in=list(known))
    for fact, unit in told.values_list("fact", "edition__testimony__disclosure_unit"):
        units.setdefault(fact, set()).add(unit)
    return ToldElsewhere(known, {fact: frozenset(those) for fact, those in units.items()}, _siblings(only))


@sensitive_variables("opened")
def exposure_now(edition: Edition, opened: Sequence[OpenedTelling], spans: Sequence[IdentifyingSpan]) -> Exposure:
    """Return what an edition gives away beside everything else the archive tells today."""
    return exposure_of(edition, opened, spans, elsewhere=look_elsewhere(only=edition.testimony).than(edition.testimony))


def record_known_facts(texts: Iterable[tuple[str, str]]) -> int:
    """Find the facts that public texts tell (each with its language) and keep their digests; return how many."""
    facts: set[str] = set()
    for text, language in texts:
        for finding in find_identifiers(text, language=language):
            key = fact_key(finding, text=text, language=language_here(text, finding.start, finding.end, language))
            if finding.is_candidate and key and not tells_little(key):
                facts.add(digest_of_fact(key))
    with transaction.atomic():
        KnownFact.objects.all().delete()
        KnownFact.objects.bulk_create([KnownFact(fact=fact) for fact in sorted(facts)], batch_size=_AT_ONCE)
    return len(facts)


def k_within_collection(edition: Edition) -> int:
    """Count the disclosure units of the collection that show the same coded facts, this one among them.

    With few testimonies this is nearly always 1; it is shown and decides nothing.
    """
    alike = Edition.objects.filter(
        Q(state__in=STANDING) | Q(pk=edition.pk), testimony__source__collection=edition.testimony.source.collection_id
    )
    for fact in edition.facts.all():
        same = CodedFact.objects.filter(facet=fact.facet, value=fact.value)
        alike = alike.filter(pk__in=same.values("edition"))
    return alike.values("testimony__disclosure_unit").distinct().count()


def joins_of(edition: Edition, spans: Iterable[IdentifyingSpan]) -> tuple[Join, ...]:
    """Return the testimonies a reader could put together with this one, by the facts both tell; another unit's only."""
    mine = {span.fact: str(span.pk) for span in spans if span.fact and _is_kept(span)}
    told = _kept().filter(edition__state__in=(*IN_WORK, *STANDING), fact__in=list(mine))
    told_by = dict(
        told.values_list("fact").annotate(units=Count("edition__testimony__disclosure_unit", distinct=True)).order_by()
    )
    few = [fact for fact, units in told_by.items() if units <= _SHARED_BY_MANY]
    others = (
        told.filter(fact__in=few)
        .exclude(edition__testimony__disclosure_unit=edition.testimony.disclosure_unit)
        .order_by("fact", "pk")
        .values_list("edition__testimony", "fact", "pk")
    )
    shared = [SharedFact(str(testimony), fact, mine[fact], str(span)) for testimony, fact, span in others]
    return weigh_joins(shared, told_by=told_by, testimonies=Testimony.objects.count())


def _kept() -> "QuerySet[IdentifyingSpan]":
    """Return the spans whose words are published, or would be."""
    altering = [treatment for treatment in Treatment if treatment is not Treatment.RETAIN]
    hiding = SpanDecision.objects.standing().filter(span=OuterRef("pk"), treatment__in=altering)
    return IdentifyingSpan.objects.exclude(fact="").exclude(Exists(hiding))


def _is_kept(span: IdentifyingSpan) -> bool:
    decision = span.standing_decision()
    return decision is None or not decision.alters


def _siblings(only: Testimony | None) -> dict[object, frozenset[str]]:
    """Return, by testimony, the facts that another one of its disclosure unit tells under the same name."""
    units = Testimony.objects.values("disclosure_unit").annotate(count=Count("pk")).filter(count__gt=1).order_by()
    if only is not None:
        units = units.filter(disclosure_unit=only.disclosure_unit)
    several = list(units.values_list("disclosure_unit", flat=True))
    ready = Edition.objects.filter(state__in=(State.APPROVED, *STANDING), testimony__disclosure_unit__in=several)
    facts: dict[object, dict[object, set[str]]] = {}
    told = _kept().filter(edition__in=list(ready)) if several else IdentifyingSpan.objects.none()
    for unit, testimony, fact in told.values_list("edition__testimony__disclosure_unit", "edition__testimony", "fact"):
        facts.setdefault(unit, {}).setdefault(testimony, set()).add(fact)
    if not facts:
        return {}
    names = _names_of(Testimony.objects.filter(disclosure_unit__in=list(facts)))
    return {
        testimony: frozenset(
            fact
            for other, told_there in facts[unit].items()
            if other != testimony and names.get(other, frozenset()) & names[testimony]
            for fact in told_there
        )
        for testimony, unit in Testimony.objects.filter(pk__in=list(names)).values_list("pk", "disclosure_unit")
    }


def _names_of(testimonies: "QuerySet[Testimony]") -> dict[object, frozenset[str]]:
    """Return what the person each testimony is about is called in it."""
    rows = NamingDecision.objects.standing().filter(
        person__appearances__testimony__in=testimonies,
        person__appearances__part=Part.PROTAGONIST,
    )
    by_person = {row.person_id: frozenset(row.pseudonyms_by_language().values()) for row in rows}
    return {
        testimony: by_person.get(person, frozenset())
        for testimony, person in testimonies.filter(appearances__part=Part.PROTAGONIST).values_list(
            "pk", "appearances__person"
        )
    }
