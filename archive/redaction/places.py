"""Where words stand in a text as it would be published: abstracts and passages, counted as the record holds them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.catalogue.records import AccessCopyRecord, PartKind

ABSTRACT = 0  # in place of the number of a passage


@dataclass(frozen=True, slots=True)
class TextPlace:
    """An abstract or a passage as it is read, and which stretches of it nobody altered."""

    language: str
    passage: int
    text: str = field(repr=False)
    plain: tuple[tuple[int, int], ...]

    def plain_around(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the unaltered stretch around a span; None if the span reaches into words that the archive set."""
        return next((run for run in self.plain if run[0] <= start and end <= run[1]), None)


def text_places(record: AccessCopyRecord | None) -> Iterator[TextPlace]:
    """Yield every abstract and passage of a record; names and titles follow a pattern and are no place of words."""
    for language in record.languages if record else ():
        yield TextPlace(language.language, ABSTRACT, language.abstract, ((0, len(language.abstract)),))
        for passage in language.passages:
            runs, position = [], 0
            for part in passage.parts:
                if part.kind is PartKind.PLAIN:
                    runs.append((position, position + len(part.text)))
                position += len(part.text)
            yield TextPlace(language.language, passage.number, passage.text, tuple(runs))
