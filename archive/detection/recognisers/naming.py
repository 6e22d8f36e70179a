"""Notes about names: call signs, nicknames and where they come from, naming notes, glosses, passwords, handles."""

import re
from collections.abc import Iterator

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.phrases import clause_around, finding
from archive.detection.segments import Document, plain

_CALLSIGN = re.compile(
    r"(?:call[ -]?sign|nickname(?:d)?|nick|kallesignal\w*|kallenavn\w*|kallenamn\w*|позывн\w+|позивн\w+|кличк\w+|прозвищ\w+|погоняло|прізвиськ\w+)"
    r"(?: (?:was|is|er|var|на радиоен?|на|мій|мой|у меня|был|був|ему дали|мне дали|дали|дал|дав|получил|взял|отримав|взяв|got|fikk|fekk|по|радио|på radioen|in the unit|he had))*[ :,—–-]{1,3}(?:же )?[«\"“]?([\w'’-]+)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\b(?:not (?:his|her|their) real name|(?:his|her|the) (?:real )?name (?:has|have|was|is) (?:been )?(?:changed|withheld|known to)|name changed|"
    r"names? (?:have|has) been changed|navnet (?:er|har blitt|blei|ble) endr\w+|navna er endra|namnet er endra|egentlig heter|ikke hans egentlige navn|"
    r"имя (?:было )?изменен\w*|имена изменены|имя героя|по просьбе героя|ім'я змінен\w*|імена змінен\w*|на прохання героя|under (?:a )?pseudonym|"
    r"speaks? on condition of anonymity|asked not to be named)",
    re.IGNORECASE,
)
_SAID = frozenset({"password", "callsign"})
_NOTE_NEEDLES = (
    "real name", "name has", "name was", "name is", "name changed", "names ", "endr", "endra", "egentlig", "измен", "геро", "змін", "pseudonym", "anonym",
    "not to be named",
)  # fmt: skip
_CALLSIGN_NEEDLES = (
    "sign",
    "nick",
    "kallenavn",
    "kallenamn",
    "позывн",
    "позивн",
    "кличк",
    "прозвищ",
    "погоняло",
    "прізвиськ",
)
_GLOSS_NEEDLES = (
    "annex",
    "annek",
    "occup",
    "okkup",
    "аннекс",
    "оккуп",
    "анекс",
    "окуп",
    "russia",
    "russland",
    "росс",
    "росі",
)
_GLOSS = re.compile(
    r"(?:,| –| —|\()\s?(?:which|that|where|who|som|der|который|которая|которое|где|який|яка|де) (?:(?:was|is|had been) )?(?:russia|russland|россия|росія|the russians?)\b[^.!?\n]{3,80}"
    r"|(?:,| \()(?:which|som|который|который|яку|яке) [^.,!?\n)]{0,30}(?:annexed|occupied|annekter\w+|okkuper\w+|аннексир\w+|оккупир\w+|анексув\w+|окупув\w+)[^.!?\n)]{0,40}",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"(?:because|since|for|after|fordi|etter|потому что|из-за|бо|через те що|от фамилии|from the surname|it means|det betyr|means)\b",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Finding]:
    """Yield what is said about names."""
    yield from _callsigns(document)
    for match in document.near(_NOTE, *_NOTE_NEEDLES):
        tokens = document.tokens_of(*match.span())
        yield finding(
            document, clause_around(document, tokens[0], longest=12), EntityType.MISC, "naming_note",
            IdentifierClass.QUASI, "naming", "A note that a name was changed: the name here is not the real one.", score=0.4,
        )  # fmt: skip
    for match in document.near(_GLOSS, *_GLOSS_NEEDLES, margin=160):
        yield Finding(
            *match.span(), EntityType.MISC, "gloss", IdentifierClass.QUASI, False, "naming",
            "An explanation that gives back what may be generalised elsewhere.", score=0.4,
        )  # fmt: skip
    yield from _phrases(document)


def _callsigns(document: Document) -> Iterator[Finding]:
    for match in document.near(_CALLSIGN, *_CALLSIGN_NEEDLES):
        if match.group(1).islower() and flags_of(plain(match.group(1))) & Flag.COMMON:
            continue  # "a nickname is nothing"
        yield Finding(
            *match.span(1), EntityType.PERSON, "callsign", IdentifierClass.DIRECT, False, "naming", "A call sign or nickname.",
            score=0.8 if match.group(1)[0].isupper() else 0.5,
        )  # fmt: skip


def _phrases(document: Document) -> Iterator[Finding]:
    """Agreed passwords, and where a nickname comes from."""
    clues = clues_in(document)
    done = -1
    for index in places_of(document, _SAID):
        classes = clues[index]
        if index <= done:
            continue
        if "password" in classes:
            first, end = clause_around(document, index, longest=8)
            done = end - 1
            yield finding(
                document, (first, end), EntityType.MISC, "security_phrase", IdentifierClass.OPERATIONAL, "naming",
                "An agreed password or question.",
            )  # fmt: skip
        elif "callsign" in classes:
            first, end = clause_around(document, index, longest=9)
            if _ORIGIN.search(document.text[document.spans[first][0] : document.spans[end - 1][1]]):
                yield finding(
                    document, (first, end), EntityType.MISC, "nickname_origin", IdentifierClass.QUASI, "naming",
                    "It explains where a nickname comes from.", score=0.3,
                )  # fmt: skip
