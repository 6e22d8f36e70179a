"""Records the decisions that came with an account: those on its marks, and why whatever else is flagged stays."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from archive.deidentification.treatments import Treatment
from archive.first_collection.texts import Account, FirstCollection, Telling
from archive.redaction.accepting import accept_exposure, accepted_exposures, current_exposure
from archive.redaction.decisions import decide_span
from archive.redaction.spans import SpanMark, mark_span, spans_of, undecided_spans
from archive.testimonies.models import Edition
from archive.testimonies.models import Telling as TellingRow
from archive.users.models import User
from archive.vault.models import Person


class CollectionRefused(ValueError):
    """The collection cannot be loaded as it is; what was loaded before stays as it was."""


def decide_account(account: Account, edition: Edition, collection: FirstCollection, *, by: User, at: datetime) -> None:
    """Record every decision of an account: those on its marks, and why whatever else is flagged stays."""
    persons = _persons_in(account, edition)
    rows = {row.language: row for row in edition.testimony.tellings.all()}
    with transaction.atomic():
        for telling in account.tellings:
            _decide_marks(account, telling, rows[telling.language], edition, persons, by=by, at=at)
        texts = {rows[telling.language].pk: telling.text for telling in account.tellings}
        _keep_the_rest(account, edition, collection, texts, by=by, at=at)


def accept_exposures(account: Account, edition: Edition, *, by: User, at: datetime) -> None:
    """Record why what is told together may stand, for every rule that asks."""
    exposure = current_exposure(edition, by=by, at=at)
    reasons = {entry.rule: entry.reason for entry in account.accepted}
    if needless := set(reasons) - set(exposure.asks):
        raise CollectionRefused(f"{account.key} accepts {min(needless)}, which asks for nothing. Take the entry out.")
    for rule in exposure.unanswered(accepted_exposures(edition)):
        if rule not in reasons:
            raise CollectionRefused(
                f"In {account.key}, the rule {rule} asks ({exposure.crowd.fewest} people at the low end). Make "
                "something coarser in the data file, or say under [[accepted]] why it may stand."
            )
        accept_exposure(edition, rule=rule, digest=exposure.digest, reason=reasons[rule], by=by, at=at)


def _persons_in(account: Account, edition: Edition) -> dict[str, Person]:
    # Accession enters the persons in the order of the file.
    appearances = edition.testimony.appearances.select_related("person").order_by("pk")
    return {entry.ref: appearance.person for entry, appearance in zip(account.persons, appearances, strict=True)}


def _decide_marks(
    account: Account,
    telling: Telling,
    row: TellingRow,
    edition: Edition,
    persons: Mapping[str, Person],
    *,
    by: User,
    at: datetime,
) -> None:
    marked = []
    for mark, treated in zip(telling.marks, account.treated_spans(telling.language), strict=True):
        decision = account.decisions[mark.decision]
        span = mark_span(
            edition,
            row,
            mark=SpanMark(
                mark.start,
                mark.end,
                decision.entity_type,
                decision.detail,
                decision.identifier_class,
                decision.third_person,
                persons.get(decision.person),
            ),
            reason=decision.reason,
            by=by,
            at=at,
        )
        marked.append((span, treated, decision))
    decided = {span.pk for span in spans_of(edition) if span.standing_decision() is not None}
    for span, treated, decision in marked:
        if span.pk not in decided:
            span.edition = edition  # one object counts the changes
            decide_span(
                span,
                treatment=treated.treatment,
                replacement=treated.replacement,
                reason=decision.reason,
                identifier_class=decision.identifier_class,
                only_here=True,
                by=by,
                at=at,
            )


@sensitive_variables("words", "texts")
def _keep_the_rest(
    account: Account,
    edition: Edition,
    collection: FirstCollection,
    texts: Mapping[int, str],
    *,
    by: User,
    at: datetime,
) -> None:
    words = {word.casefold(): entry for entry in (*collection.retained, *account.retained) for word in entry.words}
    fallback = {entry.found_as: entry for entry in collection.outside_marks}
    for span in undecided_spans(spans_of(edition)):
        if span.person_id is not None and span.certain:
            raise CollectionRefused(
                f"In {account.key}, passage {span.passage}, a protected name stands outside every mark. "
                "Mark it in the data file and decide it there."
            )
        said = texts[span.telling_id][span.start : span.end].casefold()
        kept = words.get(said) or fallback.get(span.identifier_class)
        if kept is None:
            raise CollectionRefused(
                f"In {account.key}, passage {span.passage}, nothing says why a detail of class "
                f"{span.identifier_class} stays. Add it to retained.toml, or mark it."
            )
        span.edition = edition
        decide_span(
            span,
            treatment=Treatment.RETAIN,
            reason=kept.reason,
            identifier_class=kept.identifier_class,
            only_here=True,  # the same words may stand in a mark, where they are decided otherwise
            by=by,
            at=at,
        )
