"""Matters told in whole clauses: health, law, belief and descent, family, belongings, flight, captivity, rare events."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.phrases import clause_around, finding, part_around, run_of
from archive.detection.segments import Document


@dataclass(frozen=True)
class Topic:
    """One matter: what tells it, how far it reaches, how it is classed and explained."""

    name: str
    clues: frozenset[str]
    reach: str
    entity_type: EntityType
    identifier_class: IdentifierClass
    reason: str
    score: float = 0.6
    third_person: bool = False


TOPICS = (
    Topic(
        "wound",
        frozenset({"wound"}),
        "part",
        EntityType.DEM,
        IdentifierClass.SENSITIVE,
        "A wound, an illness or a treatment.",
    ),
    Topic(
        "selfharm",
        frozenset({"selfharm"}),
        "clause",
        EntityType.DEM,
        IdentifierClass.SENSITIVE,
        "An injury done or arranged to oneself.",
    ),
    Topic(
        "orientation",
        frozenset({"orientation"}),
        "run",
        EntityType.DEM,
        IdentifierClass.SENSITIVE,
        "Orientation or gender.",
    ),
    Topic(
        "faith",
        frozenset({"faith"}),
        "run",
        EntityType.DEM,
        IdentifierClass.SENSITIVE,
        "Faith or a religious community.",
    ),
    Topic(
        "ethnicity",
        frozenset({"ethnicity"}),
        "run",
        EntityType.DEM,
        IdentifierClass.SENSITIVE,
        "Ethnicity, people or descent.",
    ),
    Topic(
        "legal",
        frozenset({"legal"}),
        "part",
        EntityType.DEM,
        IdentifierClass.SENSITIVE,
        "A crime, a case, a sentence or a threat of one.",
    ),
    Topic(
        "family",
        frozenset({"family"}),
        "part",
        EntityType.DEM,
        IdentifierClass.QUASI,
        "The make-up of a family.",
        third_person=True,
    ),
    Topic(
        "bribe",
        frozenset({"bribe"}),
        "run",
        EntityType.MISC,
        IdentifierClass.OPERATIONAL,
        "A bribe or a payment for passage.",
    ),
    Topic(
        "vehicle",
        frozenset({"vehicle"}),
        "run",
        EntityType.MISC,
        IdentifierClass.QUASI,
        "A vehicle, by make or kind.",
        0.5,
    ),
    Topic(
        "animal",
        frozenset({"animal"}),
        "run",
        EntityType.MISC,
        IdentifierClass.QUASI,
        "An animal somebody may be known by.",
        0.3,
    ),
    Topic(
        "hobby",
        frozenset({"hobby"}),
        "run",
        EntityType.MISC,
        IdentifierClass.QUASI,
        "A hobby or skill somebody may be known by.",
        0.4,
    ),
    Topic("body", frozenset({"body"}), "part", EntityType.DEM, IdentifierClass.QUASI, "A mark of the body.", 0.5),
)

_WHOLE_TAILS = frozenset({"wound", "legal"})


def find(document: Document) -> Iterator[Finding]:
    """Yield the topics told in the text."""
    clues = clues_in(document)
    for topic in TOPICS:
        done = -1
        for index in places_of(document, topic.clues):
            classes = clues[index]
            if index <= done or not classes & topic.clues:
                continue
            first, end = _reach(document, index, topic)
            done = end - 1
            yield finding(
                document, (max(first, 0), end), topic.entity_type, topic.name, topic.identifier_class, "topics",
                topic.reason, third_person=topic.third_person, score=topic.score,
            )  # fmt: skip


def _reach(document: Document, index: int, topic: Topic) -> tuple[int, int]:
    if topic.reach == "clause":
        return clause_around(document, index, longest=10)
    if topic.reach == "part":
        return _with_neighbours(document, index, topic)
    return run_of(document, index, topic.clues)


def _trimmed(document: Document, first: int, end: int, index: int, topic: str) -> tuple[int, int]:
    """Drop the small words at both ends: pronouns, auxiliaries, conjunctions."""
    while first < index and _is_small(document, first):
        first += 1
    while end - 1 > index and _is_small(document, end - 1) and topic not in _WHOLE_TAILS:
        end -= 1
    return first, end


def _is_small(document: Document, index: int) -> bool:
    form = document.lower[index]
    return bool(flags_of(form) & Flag.COMMON) and not clues_in(document)[index] and not form.isdigit()


def _with_neighbours(document: Document, index: int, topic: Topic) -> tuple[int, int]:
    """Return the part between commas, with the next parts where they go on about the same matter."""
    clues, gaps = clues_in(document), document.gaps
    first, end = part_around(document, index)
    first, end = max(first, index - 4), min(end, index + 8)
    while end < len(gaps) and gaps[end] in {", ", " — ", " – ", ": ", " (", ", «"} and end - index < 14:
        following = part_around(document, end)
        if (
            not any(clues[k] & (topic.clues | {"number", "ordinal", "body"}) for k in range(*following))
            or following[1] - end > 8
        ):
            break
        end = following[1]
    return _trimmed(document, first, end, index, topic.name)
