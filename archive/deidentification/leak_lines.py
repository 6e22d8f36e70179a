"""One line of the `find_leaks` command: a text, who is protected in it, and what still stands there."""

from collections.abc import Mapping
from typing import Any

from archive.deidentification.leaks import find_leaks
from archive.language.forms import can_be_looked_for
from archive.language.matching import NamedPerson, NameMatcher


class NameNotSearchable(ValueError):
    """A protected name that cannot be looked for: to answer "no leak" would be false."""


def leaks_of_line(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return `{"id", "leaks"}` for a line of `{"id", "text", "protected", "pseudonyms"?}`; offsets in code points.

    Raises `NameNotSearchable` for a name without letters that have keys, `ValueError` for what is no list of names.
    """
    persons = [NamedPerson(str(entry["person"]), _names(entry["names"])) for entry in line["protected"]]
    if not all(can_be_looked_for(name) for person in persons for name in person.names):
        raise NameNotSearchable
    leaks = find_leaks(line["text"], matcher=NameMatcher(persons), allowed=_names(line.get("pseudonyms") or []))
    return {
        "id": line["id"],
        "leaks": [
            {"start": leak.start, "end": leak.end, "person": leak.person, "tier": leak.tier, "how": leak.how}
            for leak in leaks
        ],
    }


def _names(held: object) -> tuple[str, ...]:
    if not isinstance(held, list) or not all(isinstance(name, str) for name in held):
        raise TypeError
    return tuple(held)
