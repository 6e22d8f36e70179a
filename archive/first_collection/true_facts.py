"""Takes true names and facts from a folder outside the project and puts them in place of the stand-ins.

The folder holds `cast.json` (`cast`: `id`, `label`, `kind`, `accounts`, `surface_forms`, `public_name`) and
`accounts.json` (`accounts`: `id`, `source`, `subject`, `narrator`, `events` with `fact`, `place`, `date_text`;
`cross_links` with `accounts` and `assessment`). What comes of it is sealed as the stand-ins would be, by the same
functions. Nothing of it may be printed or kept anywhere else.

Who bears a name changed by the source or an outlet has no true name in the folder: there the stand-ins stay. Such a
name may turn out to be a form of somebody's true name; then the person's reserve takes its place. No Django.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from archive.first_collection.texts import Account, FirstCollection, Mark, PersonEntry, Telling
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.pseudonyms import is_protected

ONE_PERSON: Final = "same person"


class UnfitFolder(ValueError):
    """The folder does not hold what a collection of true facts needs."""


@dataclass(frozen=True, slots=True)
class TrueCollection:
    """The collection with true names; annexes per source; accounts that count as one person's, by their keys."""

    collection: FirstCollection = field(repr=False)
    annexes: Mapping[str, str] = field(repr=False)
    one_person: tuple[frozenset[str], ...] = field(default=(), repr=False)


def read_true_facts(collection: FirstCollection, folder: Path) -> TrueCollection:
    """Return `collection` with the names and facts of `folder` in place of its stand-ins."""
    cast = _read(folder / "cast.json", "cast")
    told = {entry["id"].casefold(): entry for entry in _read(folder / "accounts.json", "accounts")}
    links = json.loads((folder / "accounts.json").read_text(encoding="utf-8")).get("cross_links", ())
    accounts = tuple(_with_true_names(account, told.get(account.key), cast) for account in collection.accounts)
    matcher = _matcher(accounts)
    accounts = tuple(_with_free_pseudonyms(account, matcher) for account in accounts)
    return TrueCollection(
        collection=replace(collection, accounts=accounts),
        annexes={
            source.key: _annex([told[one.key] for one in collection.of_source(source.key) if one.key in told])
            for source in collection.sources
        },
        one_person=tuple(
            frozenset(key.casefold() for key in link["accounts"])
            for link in links
            if ONE_PERSON in link.get("assessment", "")
        ),
    )


def _read(path: Path, key: str) -> list[dict[str, Any]]:
    if not path.is_file():
        raise UnfitFolder(f"There is no {path.name} in {path.parent}. Name the folder that holds the true facts.")
    try:
        entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))[key]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise UnfitFolder(f"{path.name} does not hold a list {key!r}. Compare it with the description.") from error
    return entries


def _with_true_names(account: Account, told: Mapping[str, Any] | None, cast: Sequence[Mapping[str, Any]]) -> Account:
    if told is None:
        return account
    named = {
        entry["id"]: entry
        for entry in cast
        if entry.get("kind") == "named"
        and account.key.upper() in entry.get("accounts", ())
        and not entry.get("public_name")
    }
    known = {person.ref: named.pop(told[part], None) for person in account.persons if (part := _part(person))}
    others = [person.ref for person in account.persons if person.names and not _part(person)]
    known |= dict(zip(others, named.values(), strict=False))
    true = {ref: entry for ref, entry in known.items() if entry is not None}
    persons = tuple(
        replace(person, names=_names(true[person.ref])) if person.ref in true else person for person in account.persons
    )
    tellings = tuple(_retold(account, telling, true) for telling in account.tellings)
    return replace(account, persons=persons, tellings=tellings)


def _matcher(accounts: Sequence[Account]) -> NameMatcher:
    everybody = [person for account in accounts for person in account.persons if person.names]
    return NameMatcher(
        NamedPerson(str(number), tuple(name for name, _ in person.names)) for number, person in enumerate(everybody)
    )


def _with_free_pseudonyms(account: Account, matcher: NameMatcher) -> Account:
    return replace(account, persons=tuple(_freed(person, account, matcher) for person in account.persons))


def _freed(person: PersonEntry, account: Account, matcher: NameMatcher) -> PersonEntry:
    if not any(is_protected(name, matcher) for name in person.pseudonyms.values()):
        return person
    if not person.reserve:
        raise UnfitFolder(
            f"The public name of {person.ref} in {account.key} is a form of a protected name. "
            f"Give {person.ref} a `reserve` in {account.key}.toml."
        )
    return replace(
        person,
        naming="changed_by_archive",
        evidence="The name that an outlet gave is a form of another person's protected name: archive pseudonym.",
        pseudonyms=dict.fromkeys(person.pseudonyms, person.reserve),
    )


def _part(person: PersonEntry) -> str:
    if person.part == "protagonist":
        return "subject"
    return "narrator" if person.narrates else ""


def _names(entry: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    whole, *_ = (spelling.strip() for spelling in entry["label"].split("/"))
    first, *surname = whole.split()
    names = {whole: "legal"} if surname else {}
    names |= {first: "first"} | dict.fromkeys(surname, "surname")
    for form in entry.get("surface_forms", ()):
        if len(form.split()) == 1 and not form.endswith("s"):
            names.setdefault(form, "surname" if form in surname else "first")
    return tuple(names.items())


def _retold(account: Account, telling: Telling, true: Mapping[str, Mapping[str, Any]]) -> Telling:
    pieces: list[str] = []
    marks: list[Mark] = []
    length = position = 0
    for mark in telling.marks:
        between = telling.text[position : mark.start]
        phrase = telling.text[mark.start : mark.end]
        ref = account.decisions[mark.decision].person
        if ref in true and account.person(ref).names:
            phrase = _true_phrase(phrase, account.person(ref), dict(_names(true[ref])))
        pieces += [between, phrase]
        start = length + len(between)
        length = start + len(phrase)
        marks.append(Mark(mark.decision, start, length))
        position = mark.end
    return Telling(telling.language, "".join([*pieces, telling.text[position:]]), tuple(marks))


def _true_phrase(phrase: str, person: PersonEntry, names: Mapping[str, str]) -> str:
    kinds = {kind: name for name, kind in reversed(list(names.items()))}
    stand_ins = sorted(person.names, key=lambda entry: -len(entry[0]))
    for name, kind in stand_ins:
        if name in phrase:
            return phrase.replace(name, kinds.get(kind) or kinds.get("legal") or kinds["first"])
    return phrase


def _annex(told: Sequence[Mapping[str, Any]]) -> str:
    paragraphs = []
    for entry in told:
        for event in entry.get("events", ()):
            told_of = [event["fact"], event.get("place") or "", event.get("date_text") or ""]
            paragraphs.append(f"{entry['id']}.{event['n']}: " + " — ".join(part for part in told_of if part))
    return "\n\n".join(paragraphs)
