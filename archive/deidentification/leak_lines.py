"""One line of the `find_leaks` command: a text, who is protected in it, and what still stands there."""

from collections.abc import Mapping
from typing import Any

from archive.deidentification.leaks import find_leaks
from archive.language.matching import NamedPerson, NameMatcher


def leaks_of_line(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return `{"id", "leaks"}` for a line of `{"id", "text", "protected", "pseudonyms"?}`; offsets in code points."""
    persons = [NamedPerson(str(entry["person"]), tuple(map(str, entry["names"]))) for entry in line["protected"]]
    allowed = tuple(map(str, line.get("pseudonyms", ())))
    leaks = find_leaks(line["text"], matcher=NameMatcher(persons), allowed=allowed)
    return {
        "id": line["id"],
        "leaks": [
            {"start": leak.start, "end": leak.end, "person": leak.person, "tier": leak.tier, "how": leak.how}
            for leak in leaks
        ],
    }
