"""What the search of the raw bytes finds and the gate has judged already: places that somebody decided may stand.

The second finder knows no decisions. A word it finds is known only where the first finder saw that very word, for that
very person, at every place of every text the file was written from, so that the gate judged each of them; a word that
stands anywhere else too, in another encoding, in background entries or theme labels, is a leak. Words are compared
as the room's search folds them, since its index holds them so.
"""

from collections.abc import Iterable
from dataclasses import asdict

from django.views.decorators.debug import sensitive_variables

from archive.catalogue.records import canonical_json
from archive.deidentification.leak_bytes import words_in
from archive.deidentification.leaks import find_leaks
from archive.language.folding import fold
from archive.language.matching import NameMatch, NameMatcher
from archive.publication.candidates import Draft, theme_records


@sensitive_variables("data", "word", "words")
def unexplained(
    leaks: Iterable[NameMatch], data: bytes, *, draft: Draft, matcher: NameMatcher
) -> tuple[NameMatch, ...]:
    """Return the leaks that no judged place explains; offsets count in `data`."""
    known: dict[tuple[str, str], bool] = {}
    left = []
    for leak in leaks:
        word = fold(data[leak.start : leak.end].decode("utf-8", "replace"))
        if leak.how == "bytes-plain":
            if (word, leak.person) not in known:
                known[word, leak.person] = _is_judged(word, leak.person, draft, matcher)
            if known[word, leak.person]:
                continue
        left.append(leak)
    return tuple(left)


@sensitive_variables("word", "text")
def _is_judged(word: str, person: str, draft: Draft, matcher: NameMatcher) -> bool:
    entries = [*map(asdict, draft.contexts), *map(asdict, theme_records())]
    if any(fold(other) == word for other, _, _ in words_in(canonical_json(entries))):
        return False
    seen = False
    for record in draft.records:
        for text in record.texts():
            places = [(start, end) for other, start, end in words_in(text) if fold(other) == word]
            own = [leak for leak in find_leaks(text, matcher=matcher) if leak.person == person] if places else []
            if any(not any(leak.start <= start and end <= leak.end for leak in own) for start, end in places):
                return False
            seen = seen or bool(places)
    return seen
