"""The first collection as it is written down in `data/`: one TOML file for each narrator, read into frozen dataclasses.

A narrator's file (`a01.toml` …) holds

* `key`, `source` (a source of `collection.toml`), `warnings` (codes of `catalogue.closed_lists`), `themes` (one list of
  theme codes for each paragraph), `[facets]` (codes of `catalogue.facets`);
* `[[persons]]`: `ref`, `part` in the account, `narrates`, `naming` (the kind of naming decision) with its `evidence`,
  `names` to be protected (invented stand-ins), the `pseudonym` in each language and perhaps a `reserve`;
* `[text]`: the account in our own words, a language each, paragraphs set apart by blank lines. A phrase that is treated
  stands in a mark, `{{key|the phrase}}`. The text without the marks is what the vault holds;
* `[decisions.key]`: entity `type`, `detail`, `class`, `third_person`, `treatment`, `replacement` in each language
  (without brackets; a pseudonymised `person` has one already) and the `reason`. A replacement is written as in the
  middle of a sentence: where the phrase begins one, its first letter is raised;
* `[[accepted]]`: a `rule` on what is told together that asks here, and the `reason` why it may stand all the same;
* `[abstract]` in each interface language.

`collection.toml` describes the collection and its sources; `retained.toml` says why what a detector flags outside the
marks stays. What is told here without a mark is what the sources say; what stands in a mark is invented.
No Django: tests and the loader read the same files.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from archive.deidentification.combinations import Rule
from archive.deidentification.treatments import TreatedSpan, Treatment
from archive.testimonies.passages import passages_of

DATA: Final = Path(__file__).parent / "data"
_MARK = re.compile(r"\{\{([a-z0-9-]+)\|([^{}|]+)\}\}")


class MisreadCollection(ValueError):
    """A data file that does not say what it must."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A treated phrase: the decision it belongs to and where it stands in the vault text (half-open code points)."""

    decision: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Telling:
    """An account in one language: the vault text and the marks in it."""

    language: str
    text: str = field(repr=False)
    marks: tuple[Mark, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the vault text paragraph by paragraph."""
        return tuple(self.text[passage.start : passage.end] for passage in passages_of(self.text))


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Somebody in an account: the names that are protected, who decided on the name, and what the person is called."""

    ref: str
    part: str
    narrates: bool
    naming: str
    evidence: str = field(repr=False)
    names: tuple[tuple[str, str], ...] = field(default=(), repr=False)  # (name, kind of name)
    pseudonyms: Mapping[str, str] = field(default_factory=dict, repr=False)
    reserve: str = field(default="", repr=False)  # stands in where the pseudonym turns out to be somebody's name


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """What was decided of every phrase that bears this key, in all languages."""

    key: str
    entity_type: str
    detail: str
    identifier_class: str
    third_person: bool
    treatment: Treatment
    reason: str
    person: str = ""
    replacements: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class RetainedEntry:
    """Words that stay, with the class and the reason that say why."""

    words: tuple[str, ...]
    identifier_class: str
    reason: str


@dataclass(frozen=True, slots=True)
class FallbackEntry:
    """What is recorded of anything else a detector flags outside the marks, by the class the detector gives it."""

    found_as: str
    identifier_class: str
    reason: str


@dataclass(frozen=True, slots=True)
class AcceptedEntry:
    """A rule on what is told together that asks of an account, and why it may stand all the same."""

    rule: Rule
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """One narrator's account with everything that was decided of it."""

    key: str
    source: str
    warnings: tuple[str, ...]
    themes: tuple[tuple[str, ...], ...]
    facets: Mapping[str, str]
    persons: tuple[PersonEntry, ...]
    tellings: tuple[Telling, ...]
    decisions: Mapping[str, DecisionEntry]
    abstracts: Mapping[str, str]
    retained: tuple[RetainedEntry, ...] = ()
    accepted: tuple[AcceptedEntry, ...] = ()

    def person(self, ref: str) -> PersonEntry:
        """Return the person with this reference, or raise KeyError."""
        for person in self.persons:
            if person.ref == ref:
                return person
        raise KeyError(f"{self.key} has no person {ref}")

    def telling(self, language: str) -> Telling:
        """Return the account in a language, or raise KeyError."""
        for telling in self.tellings:
            if telling.language == language:
                return telling
        raise KeyError(f"{self.key} is not told in {language}")

    def replacement(self, key: str, language: str) -> str:
        """Return the words that take the place of a phrase, as in the middle of a sentence."""
        decision = self.decisions[key]
        if decision.treatment is Treatment.PSEUDONYMISE:
            return self.person(decision.person).pseudonyms[language]
        return decision.replacements.get(language, "")

    def treated_spans(self, language: str) -> tuple[TreatedSpan, ...]:
        """Return the marks of a telling as spans to be treated."""
        telling = self.telling(language)
        return tuple(
            TreatedSpan(
                mark.start,
                mark.end,
                self.decisions[mark.decision].treatment,
                _as_begun(self.replacement(mark.decision, language), text=telling.text, start=mark.start),
                self.decisions[mark.decision].entity_type,
                mark.decision,
            )
            for mark in telling.marks
        )


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as it is known in public: what kind of publisher, which year."""

    key: str
    kind: str
    year: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class FirstCollection:
    """The collection: its description, its sources, its accounts."""

    code: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, tuple[str, ...]]
    custody_note: str
    sources: tuple[SourceEntry, ...]
    accounts: tuple[Account, ...]
    retained: tuple[RetainedEntry, ...]
    outside_marks: tuple[FallbackEntry, ...] = ()

    def of_source(self, key: str) -> tuple[Account, ...]:
        """Return the accounts of one source, in the order of their keys."""
        return tuple(account for account in self.accounts if account.source == key)


def read_collection(directory: Path = DATA) -> FirstCollection:
    """Read all data files of the collection."""
    head = _toml(directory / "collection.toml")
    kept = _toml(directory / "retained.toml")
    accounts = tuple(_account(path) for path in sorted(directory.glob("a[0-9][0-9].toml")))
    sources = tuple(
        SourceEntry(entry["key"], entry["kind"], entry["year"], entry.get("note", "")) for entry in head["sources"]
    )
    if stray := {account.source for account in accounts} - {source.key for source in sources}:
        raise MisreadCollection(f"collection.toml does not list the source {min(stray)}. Add it there.")
    return FirstCollection(
        code=head["code"],
        titles=head["title"],
        descriptions={language: paragraphs_of(text) for language, text in head["description"].items()},
        custody_note=" ".join(head["custody_note"].split()),
        sources=sources,
        accounts=accounts,
        retained=_retained(kept),
        outside_marks=tuple(
            FallbackEntry(entry["class"], entry["as"], entry["reason"]) for entry in kept.get("outside_marks", ())
        ),
    )


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text of the archive's own, each in one line."""
    return tuple(" ".join(text[passage.start : passage.end].split()) for passage in passages_of(text))


def parse_marks(language: str, written: str) -> Telling:
    """Return the vault text behind a text with marks, and where the marked phrases stand in it."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = position = 0
    written = written.strip("\n")
    for found in _MARK.finditer(written):
        pieces.append(written[position : found.start()])
        length += found.start() - position
        marks.append(Mark(found[1], length, length + len(found[2])))
        pieces.append(found[2])
        length += len(found[2])
        position = found.end()
    pieces.append(written[position:])
    text = "".join(pieces)
    if "{" in text or "}" in text:
        raise MisreadCollection("A mark is not closed, or its key is not in small letters. Write {{key|the phrase}}.")
    return Telling(language, text, tuple(marks))


def _account(path: Path) -> Account:
    data = _toml(path)
    account = Account(
        key=data["key"],
        source=data["source"],
        warnings=tuple(data["warnings"]),
        themes=tuple(tuple(codes) for codes in data["themes"]),
        facets=data["facets"],
        persons=tuple(_person(entry) for entry in data["persons"]),
        tellings=tuple(parse_marks(language, text) for language, text in data["text"].items()),
        decisions={key: _decision(key, entry) for key, entry in data["decisions"].items()},
        abstracts=data["abstract"],
        retained=_retained(data),
        accepted=tuple(AcceptedEntry(Rule(one["rule"]), one["reason"]) for one in data.get("accepted", ())),
    )
    for telling in account.tellings:
        marked = {mark.decision for mark in telling.marks}
        if marked != set(account.decisions):
            odd = min(marked ^ set(account.decisions))
            raise MisreadCollection(f"{path.name}: in {telling.language}, {odd!r} has a mark or a decision, not both.")
        if len(telling.paragraphs) != len(account.themes):
            raise MisreadCollection(f"{path.name}: {telling.language} needs one list of themes for each paragraph.")
    return account


def _person(entry: Mapping[str, Any]) -> PersonEntry:
    return PersonEntry(
        ref=entry["ref"],
        part=entry["part"],
        narrates=entry.get("narrates", False),
        naming=entry["naming"],
        evidence=entry["evidence"],
        names=tuple((name["name"], name["kind"]) for name in entry.get("names", ())),
        pseudonyms=entry.get("pseudonym", {}),
        reserve=entry.get("reserve", ""),
    )


def _decision(key: str, entry: Mapping[str, Any]) -> DecisionEntry:
    return DecisionEntry(
        key=key,
        entity_type=entry["type"],
        detail=entry["detail"],
        identifier_class=entry["class"],
        third_person=entry["third_person"],
        treatment=Treatment(entry["treatment"]),
        reason=entry["reason"],
        person=entry.get("person", ""),
        replacements=entry.get("replacement", {}),
    )


def _retained(data: Mapping[str, Any]) -> tuple[RetainedEntry, ...]:
    return tuple(
        RetainedEntry(tuple(entry["words"]), entry["class"], entry["reason"]) for entry in data.get("retained", ())
    )


def _as_begun(replacement: str, *, text: str, start: int) -> str:
    before = text[:start].rstrip(" ")
    begins = not before or before[-1] in ".!?\n"
    return replacement[:1].upper() + replacement[1:] if begins else replacement


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise MisreadCollection(f"{path.name} is not readable as TOML: {error}") from error
