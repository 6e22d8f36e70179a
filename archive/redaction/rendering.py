"""The text that follows from the decisions: one record of everything that would be published, and its digest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.views.decorators.debug import sensitive_variables

from archive.catalogue.closed_lists import ALTERATIONS, alteration_of
from archive.catalogue.facets import title_for
from archive.catalogue.records import AccessCopyRecord, LanguageRecord, Part, PartKind, PassageRecord, record_digest
from archive.deidentification.treatments import TreatedSpan, Treatment, apply_treatments
from archive.language.codes import LANGUAGES
from archive.redaction.spans import spans_of
from archive.redaction.standing_spans import AnySpan
from archive.testimonies.models import Edition, Telling
from archive.testimonies.models import Part as PersonPart
from archive.testimonies.passages import passages_of
from archive.users.models import User
from archive.vault.custody import Purpose, open_original
from archive.vault.models import NAMED_OPENLY, NamingDecision
from archive.vault.pseudonyms import name_in


@dataclass(frozen=True, slots=True)
class RedactedText:
    """What would be published of an edition: the record, and the SHA-256 that a reviewer approves."""

    record: AccessCopyRecord = field(repr=False)
    digest: str


@dataclass(frozen=True, slots=True)
class OpenedTelling:
    """A telling with its words, opened for one act."""

    telling: Telling
    text: str = field(repr=False)


def open_tellings(edition: Edition, *, by: User, at: datetime, purpose: Purpose) -> list[OpenedTelling]:
    """Open the originals of an edition in the order of languages; each opening leaves its event."""
    return [
        OpenedTelling(telling, open_original(telling.original, by=by, at=at, purpose=purpose))
        for telling in tellings_of(edition)
    ]


def tellings_of(edition: Edition) -> list[Telling]:
    """Return the tellings of an edition in the order of languages."""
    return sorted(edition.testimony.tellings.all(), key=lambda telling: LANGUAGES.index(telling.language))


@sensitive_variables("opened")
def render_redacted(edition: Edition, *, by: User, at: datetime, purpose: Purpose = "publication") -> RedactedText:
    """Apply the decisions of an edition and return the result in all languages, with its digest.

    Raises `OverlappingSpans` if two altered spans claim the same letters.
    """
    return render_opened(edition, open_tellings(edition, by=by, at=at, purpose=purpose), spans_of(edition))


@sensitive_variables("opened")
def render_opened(edition: Edition, opened: list[OpenedTelling], spans: Sequence[AnySpan]) -> RedactedText:
    """Render from tellings already opened and spans already fetched (see `render_redacted`)."""
    testimony = edition.testimony
    facts = {fact.facet: fact.value for fact in edition.facts.all()}
    themes = _themes_by_passage(edition)
    naming = _naming_of_protagonist(edition)
    names = naming.pseudonyms_by_language() if naming is not None else {}
    abstracts = {row.language: row.abstract.reveal() for row in edition.descriptions.all()}
    by_language = {one.telling.language: one for one in opened}
    languages = []
    for language in LANGUAGES:
        if language not in by_language and language not in abstracts:
            continue
        one = by_language.get(language)
        name = name_in(names, language)
        languages.append(
            LanguageRecord(
                language=language,
                public_name=name,
                title=title_for(name, facts, language=language),
                abstract=abstracts.get(language, ""),
                passages=_passages(one, spans, themes) if one else (),
            )
        )
    record = AccessCopyRecord(
        public_id=testimony.public_id,
        edition=edition.number,
        languages=tuple(languages),
        facets=tuple(sorted(facts.items())),
        warnings=tuple(sorted(warning.code for warning in edition.warnings.all())),
        alterations=_alterations(opened[0].telling if opened else None, spans),
        source_kind=testimony.source.kind,
        source_year=testimony.source.year,
        collection=testimony.source.collection.code,
        name_changed=naming is None or naming.kind not in NAMED_OPENLY,
    )
    return RedactedText(record, record_digest(record))


def public_names(edition: Edition) -> dict[str, str]:
    """Return what the protagonist is called here, by language; empty while undecided."""
    naming = _naming_of_protagonist(edition)
    return naming.pseudonyms_by_language() if naming is not None else {}


def _naming_of_protagonist(edition: Edition) -> NamingDecision | None:
    """Return what stands of the name of whom the testimony is about; prefetched decisions are used as they are."""
    for appearance in edition.testimony.appearances.all():
        if appearance.part == PersonPart.PROTAGONIST:
            decisions = appearance.person.naming_decisions.all()
            return next((decision for decision in decisions if decision.superseded_at is None), None)
    return None


def treated_spans(spans: Iterable[AnySpan], telling: Telling) -> list[TreatedSpan]:
    """Return the altered spans of one telling with the words that take their place."""
    treated = []
    for span in spans:
        decision = span.standing_decision()
        if span.telling_id != telling.pk or decision is None or not decision.alters:
            continue
        treated.append(
            TreatedSpan(
                span.start,
                span.end,
                Treatment(decision.treatment),
                decision.replacement.reveal(),
                span.entity_type,
                str(span.person_id or span.repeat),
            )
        )
    return treated


@sensitive_variables("opened", "treated")
def _passages(
    opened: OpenedTelling, spans: Sequence[AnySpan], themes: dict[tuple[int, int], tuple[str, ...]]
) -> tuple[PassageRecord, ...]:
    treated = treated_spans(spans, opened.telling)
    records = []
    for passage in passages_of(opened.text):
        inside = [
            TreatedSpan(
                span.start - passage.start,
                span.end - passage.start,
                span.treatment,
                span.replacement,
                span.entity_type,
                span.entity,
            )
            for span in treated
            if passage.start <= span.start < passage.end
        ]
        parts = apply_treatments(opened.text[passage.start : passage.end], inside)
        records.append(
            PassageRecord(
                number=passage.number,
                parts=tuple(Part(PartKind(part.kind.value), part.text) for part in parts),
                themes=themes.get((opened.telling.pk, passage.number), ()),
            )
        )
    return tuple(records)


def _themes_by_passage(edition: Edition) -> dict[tuple[int, int], tuple[str, ...]]:
    given: dict[tuple[int, int], list[str]] = {}
    for row in sorted(edition.passage_themes.all(), key=lambda row: row.concept.position):
        given.setdefault((row.telling_id, row.passage), []).append(row.concept_id)
    return {place: tuple(codes) for place, codes in given.items()}


def _alterations(telling: Telling | None, spans: Sequence[AnySpan]) -> tuple[tuple[str, int], ...]:
    """Count what was changed in the first telling: each name, place or detail once, each passage by itself."""
    counted: dict[str, set[str]] = {}
    for span in spans:
        decision = span.standing_decision()
        if telling is None or span.telling_id != telling.pk or decision is None:
            continue
        kind = alteration_of(decision.treatment, span.entity_type)
        if kind is not None:
            each = kind in {"summary", "withheld"}
            counted.setdefault(kind, set()).add(str(span.pk if each else span.person_id or span.repeat))
    return tuple((kind.code, len(counted[kind.code])) for kind in ALTERATIONS if kind.code in counted)
