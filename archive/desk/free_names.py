"""Names that are free to be given, as a page offers them beside a naming decision."""

from archive.desk.words import LANGUAGE_WORDS
from archive.testimonies.persons import free_names


def offered_names() -> list[tuple[str, str, tuple[str, ...]]]:
    """Draw free names; return language, its code, and a man's and a woman's name in it."""
    return [(LANGUAGE_WORDS[code], code, drawn) for code, drawn in free_names().items() if drawn]
