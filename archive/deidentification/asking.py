"""Which words a matcher is asked about when a text is searched for names, whatever the names are.

What is asked is written down by a matcher that has no names, on the very way that `find_leaks` takes through a text and
its other views: words as they stand, letters and syllables put together, escapes and encodings undone. Two words that
may be the two ends of a name are not put together here: there would be as many pairs as words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.deidentification.leaks import find_leaks
from archive.language.initials import initials_alone
from archive.language.matching import NameMatch, NameMatcher
from archive.language.unmasking import unmask
from archive.language.weighing import Candidate


@dataclass(frozen=True)
class Asked:
    """The words of some texts, and the sounds of initials that stand alone in them: of the first, of the second."""

    words: frozenset[str] = field(repr=False)
    initials: frozenset[tuple[str, str]] = field(repr=False)


def words_asked(texts: Iterable[str]) -> Asked:
    """Return everything a search of these texts can turn on."""
    scribe = _Scribe()
    for text in texts:
        find_leaks(text, matcher=scribe)
    return Asked(frozenset(scribe.words), frozenset(scribe.initials))


class _Scribe(NameMatcher):
    """A matcher without names that writes down what it is asked."""

    def __init__(self) -> None:
        super().__init__(())
        self.words: set[str] = set()
        self.initials: set[tuple[str, str]] = set()

    def find(self, text: str) -> tuple[NameMatch, ...]:
        super().find(text)
        unmasked = unmask(text)
        for _match, first, second in initials_alone(text if unmasked is None else unmasked.text):
            self.initials.update((one, two) for one in first for two in second)
        return ()

    def candidates(self, word: str) -> tuple[Candidate, ...]:
        self.words.add(word)
        return ()

    def joined(self, first: str, second: str) -> tuple[Candidate, ...]:
        return self.candidates(first + second)
