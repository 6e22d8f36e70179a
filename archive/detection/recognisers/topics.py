"""Matters told in whole clauses: health, law, belief and descent, family, belongings, flight, captivity, rare events."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.detection.clues import clues_in, places_of
from archive.detection.figures import is_told_of_thousands
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.phrases import clause_around, finding, part_around, run_of
from archive.detection.roles import is_kept_by_somebody, is_told_of_anybody
from archive.detection.segments import Document
from archive.language.codes import NORWEGIAN


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
        frozenset({"wound", "bodypart"}),
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
        frozenset({"ethnicity", "nation"}),
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

_HURTING = frozenset({"harm", "wound", "bodypart"})
_DESCENT = frozenset({"kin", "ethnicity"})
_SUBJECTS = frozenset(
    "i i've i'd he she they we you it he's she's who that and but so then my his her the a an have has had was were is am are been got "
    "jeg eg han hun ho vi de dei dere som og men så da har hadde er var blei ble vart fikk fekk hatt "
    "я он она мы они вы и а но что у меня него неё нее нас был была было были мне ему ей "
    "він вона ми вони ви і й та але що мене нього неї був була було були мені йому їй".split()
)
_WITH = frozenset("with without med uten utan с со без з із".split())
_COLOUR = frozenset({"colour"})
_OF_ONESELF = frozenset(
    "i'm am we're is he's she's half part halvt halv jeg eg me vi я мы ми наполовину наполовинку".split()
)
_NEAR, _CLOSE = 5, 3
_PERSONS = frozenset({"people", "kin", "occupation", "rank", "trade", "child", "elder"})
_OF_PEOPLE = frozenset(
    "woman women man boy girl family origin origins descent roots blood village people side half".split()
)
_KEPT = frozenset({"animal"})
_WHOLE = frozenset({"wound", "legal"})


def find(document: Document) -> Iterator[Finding]:
    """Yield the topics told in the text."""
    clues = clues_in(document)
    for topic in TOPICS:
        done = -1
        for index in places_of(document, topic.clues):
            classes = clues[index]
            if index <= done or not classes & topic.clues:
                continue
            sure = topic.name in classes and not (topic.name == "ethnicity" and _is_adjective(document, index))
            if not sure and not _is_meant(document, index, topic):
                continue
            first, end = _reach(document, index, topic)
            if topic.name in _WHOLE and is_told_of_thousands(document, max(first, 0), end):
                continue
            if topic.name == "legal" and is_told_of_anybody(document, max(first, 0), end):
                continue
            if topic.name in _KEPT and not is_kept_by_somebody(document, first, end):
                continue
            done = end - 1
            yield finding(
                document, (max(first, 0), end), topic.entity_type, topic.name, topic.identifier_class, "topics",
                topic.reason, third_person=topic.third_person, score=topic.score,
            )  # fmt: skip


def _is_adjective(document: Document, index: int) -> bool:
    """Tell the adjective ("den kasakhstanske grensa", "an Uzbek passport"), which tells of a country as often as of a person."""
    if document.languages[index] == "en":
        after = index + 1
        return (
            _qualifies(document, index) and document.words[index][0].isupper()
            and not clues_in(document)[after] & _PERSONS and document.lower[after] not in _OF_PEOPLE
        )  # fmt: skip
    return document.languages[index] in NORWEGIAN and document.lower[index].endswith(("sk", "ske"))


def _is_meant(document: Document, index: int, topic: Topic) -> bool:
    """Tell whether a word that may belong to a topic does: "lost two fingers", "my father is Greek"."""
    clues, lower = clues_in(document), document.lower
    if topic.name == "ethnicity":
        if any(lower[k] in _OF_ONESELF for k in range(max(0, index - 2), index)):
            return not _qualifies(document, index)
        return any(
            k != index and clues[k] & _DESCENT for k in range(max(0, index - _CLOSE), min(len(clues), index + _CLOSE))
        )
    if topic.name != "wound":
        return True
    heads = document.initial[index] and document.words[index][0].isupper()
    if heads or (index > 0 and clues[index - 1] & {"number"}):
        return True
    if any("has" in clues[k] for k in range(max(0, index - _CLOSE), index)):
        return True
    first, end = part_around(document, index)
    near = range(max(first, index - _NEAR), min(end, index + _NEAR + 1))
    return any(k != index and clues[k] & _HURTING for k in near)


def _qualifies(document: Document, index: int) -> bool:
    """Tell "he was Russian infantry" from "he was Russian"."""
    after = index + 1
    if after >= len(document.words) or document.gaps[after] != " " or not document.words[after].islower():
        return False
    return not flags_of(document.lower[after]) & Flag.COMMON


def _reach(document: Document, index: int, topic: Topic) -> tuple[int, int]:
    if topic.reach == "clause":
        return clause_around(document, index, longest=10)
    if topic.reach == "part":
        return _with_neighbours(document, index, topic)
    first, end = run_of(document, index, topic.clues)
    return _with_colour(document, first, end) if topic.name == "vehicle" else (first, end)


def _with_colour(document: Document, first: int, end: int) -> tuple[int, int]:
    """Take in "white", "вишнёвая" beside a make, and "with a red cross" after it."""
    clues, gaps = clues_in(document), document.gaps
    while first > 0 and clues[first - 1] & _COLOUR and gaps[first].strip("«\"“' ,") == "":
        first -= 1
    while end < len(gaps) and clues[end] & _COLOUR and gaps[end].strip("»\"”' ,") == "":
        end += 1
    if end < len(gaps) and document.lower[end] in _WITH and part_around(document, end)[1] - end <= _NEAR:
        end = part_around(document, end)[1]
    return first, end


def _trimmed(document: Document, first: int, end: int, index: int) -> tuple[int, int]:
    """Drop the small words at both ends: pronouns, auxiliaries, conjunctions."""
    while first < index and _is_small(document, first):
        first += 1
    while end - 1 > index and _is_small(document, end - 1):
        end -= 1
    return first, end


def _is_small(document: Document, index: int) -> bool:
    form = document.lower[index]
    return bool(flags_of(form) & Flag.COMMON) and not clues_in(document)[index] and not form.isdigit()


def _with_neighbours(document: Document, index: int, topic: Topic) -> tuple[int, int]:
    """Return the part between commas, with the next parts where they go on about the same matter."""
    clues, gaps = clues_in(document), document.gaps
    first, end = part_around(document, index)
    whole = topic.name in _WHOLE
    first, end = (
        (max(first, index - 6), min(end, index + 10)) if whole else (max(first, index - 4), min(end, index + 8))
    )
    while end < len(gaps) and gaps[end] in {", ", " — ", " – ", ": ", " (", ", «"} and end - index < 14:
        following = part_around(document, end)
        if (
            not any(
                clues[k] & (topic.clues | {"number", "ordinal", "body"}) or document.lower[k][0].isdigit()
                for k in range(*following)
            )
            or following[1] - end > 8
        ):
            break
        end = following[1]
    if not whole:
        return _trimmed(document, first, end, index)
    while first < index and document.lower[first] in _SUBJECTS:
        first += 1
    return first, end
