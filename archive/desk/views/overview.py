"""What was decided, by class and treatment: counts in words, a table and the same as a picture. And the thesaurus."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from archive.deidentification.treatments import Treatment
from archive.desk.languages import current_language
from archive.desk.queues import listed_editions
from archive.desk.words import CLASS_WORDS, FINDER_WORDS, Words
from archive.redaction.models import IdentifyingSpan, SpanDecision
from archive.redaction.progress import progress_of
from archive.redaction.spans import EDITOR
from archive.testimonies.models import Edition, EditionQuerySet, PassageTheme
from archive.themes.models import Concept

_GROUPS = {"pseudonymise": 0, "generalise": 1, "summarise": 1, "suppress": 2, "retain": 3}
_FILLS = ("solid", "dots", "hatch", "empty")
WIDTH = 420  # of the longest bar
ROW = 36


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of one bar."""

    x: float
    width: float
    fill: str
    count: int

    @property
    def middle(self) -> float:
        """Return where its number stands."""
        return self.x + self.width / 2

    @property
    def has_room(self) -> bool:
        """Tell whether a number fits into it."""
        return self.width >= len(str(self.count)) * 9 + 12


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One class: how many were replaced, made coarser, left out, kept."""

    code: str
    css: str
    words: Words
    counts: tuple[int, ...]
    bars: tuple[Bar, ...]
    y: int

    @property
    def total(self) -> int:
        """Return how many were decided."""
        return sum(self.counts)


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Show what was decided so far."""
    standing = SpanDecision.objects.standing().exclude(span__edition__in=_older())
    counted = standing.order_by().values_list("identifier_class", "treatment").annotate(count=Count("pk"))
    counts = {code: [0, 0, 0, 0] for code in CLASS_WORDS}
    for code, treatment, count in counted:
        counts[code][_GROUPS[treatment]] += count
    lines = _lines(counts)
    in_work = list(listed_editions().in_work())
    progress = progress_of(in_work)
    context = {
        "lines": lines,
        "height": ROW * len(lines) + 40,
        "legend_y": ROW * len(lines) + 14,
        "decided": sum(line.total for line in lines),
        "still_open": sum(one.open for one in progress.values()),
        "in_work": len(in_work),
        "by_hand": IdentifyingSpan.objects.filter(recogniser=EDITOR).exclude(edition__in=_older()).count(),
        "unnamed": sum(one.unnamed for one in progress.values()),
        "finders": _finders(),
    }
    return render(request, "desk/overview.html", context)


@dataclass(frozen=True, slots=True)
class FinderLine:
    """A finder: how much of what it found was changed, and how much was kept as harmless."""

    words: Words
    changed: int
    kept: int

    @property
    def decided(self) -> int:
        """Return how much of it was decided."""
        return self.changed + self.kept


def _older() -> EditionQuerySet:
    """Return the editions of which there is a newer one: it began with their decisions, which count once."""
    newer = Edition.objects.filter(testimony=OuterRef("testimony"), number__gt=OuterRef("number"))
    return Edition.objects.filter(Exists(newer))


def _finders() -> list[FinderLine]:
    stands = Q(decisions__superseded_at__isnull=True, decisions__isnull=False)
    kept = Q(decisions__treatment=Treatment.RETAIN)
    counted = (
        IdentifyingSpan.objects.exclude(edition__in=_older())
        .order_by()
        .values_list("recogniser")
        .annotate(changed=Count("pk", filter=stands & ~kept), kept=Count("pk", filter=stands & kept))
    )
    lines = [FinderLine(FINDER_WORDS[finder], changed, same) for finder, changed, same in counted if changed or same]
    return sorted(lines, key=lambda line: -line.decided)


@require_GET
def themes(request: HttpRequest) -> HttpResponse:
    """Show the thesaurus as it stands, with how often each theme was given."""
    speaks = current_language()
    given = dict(PassageTheme.objects.order_by().values_list("concept_id").annotate(count=Count("pk")))
    below: dict[str | None, list[Concept]] = {}
    for concept in Concept.objects.in_order().prefetch_related("labels"):
        below.setdefault(concept.broader_id, []).append(concept)
    rows = []
    for concept in _with_narrower(below, None):
        labels = {label.language: label for label in concept.labels.all()}
        label = labels.get(speaks) or labels.get("en")
        rows.append(
            {
                "code": concept.code,
                "label": label.pref_label if label else concept.code,
                "scope": label.scope_note if label else "",
                "others": [(code, one.pref_label) for code, one in sorted(labels.items()) if code != speaks],
                "is_heading": not concept.assignable,
                "given": given.get(concept.code, 0),
            }
        )
    return render(request, "desk/themes.html", {"rows": rows})


def _with_narrower(below: Mapping[str | None, list[Concept]], broader: str | None) -> Iterator[Concept]:
    """Yield the concepts under one, each followed by its narrower ones."""
    for concept in below.get(broader, []):
        yield concept
        yield from _with_narrower(below, concept.pk)


def _lines(counts: dict[str, list[int]]) -> list[ClassLine]:
    most = max([sum(line) for line in counts.values()] + [1])
    lines = []
    for number, (code, line) in enumerate(counts.items()):
        x = 0.0
        bars = []
        for count, fill in zip(line, _FILLS, strict=True):
            width = WIDTH * count / most
            if count:
                bars.append(Bar(round(150 + x, 1), round(width, 1), fill, count))
            x += width
        lines.append(ClassLine(code, code.lower(), CLASS_WORDS[code], tuple(line), tuple(bars), ROW * number + 10))
    return lines
