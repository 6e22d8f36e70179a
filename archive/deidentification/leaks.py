"""Prove that no form of a protected name still stands in what is about to leave.

Two matchers that share nothing look at everything: `find_leaks` folds and compares keys over several views of a text
(as it stands; letters and syllables put together; escapes, code pages and encodings undone), `find_written`
(module `leak_bytes`) searches the raw bytes of a release for listed spellings in every encoding.
"""

from collections.abc import Collection

from archive.deidentification.leak_views import other_views
from archive.language.matching import NamedPerson, NameMatch, NameMatcher
from archive.language.remembering import remembered
from archive.language.tiers import is_surer

_OWN_FORMS = frozenset(("as-recorded", "transliteration", "case-form", "possessive", "whole-name"))


def find_leaks(text: str, *, matcher: NameMatcher, allowed: Collection[str] = ()) -> tuple[NameMatch, ...]:
    """Return where any form of any protected name still stands; `allowed` are the pseudonyms of this testimony."""
    found: dict[tuple[int, int, str], NameMatch] = {}
    for leak in matcher.find(text):
        found[leak.start, leak.end, leak.person] = leak
    for view in other_views(text):
        for leak in matcher.find(view.text):
            start, end = view.span(leak.start, leak.end)
            known = found.get((start, end, leak.person))
            if known is None or is_surer(leak.tier, than=known.tier):
                stands = text[start:end] == view.text[leak.start : leak.end]
                found[start, end, leak.person] = NameMatch(
                    start, end, leak.person, leak.tier, leak.how if stands else "escaped"
                )
    passing = _allowed_spans(text, tuple(sorted(allowed))) if allowed and found else frozenset()
    return tuple(found[place] for place in sorted(found) if place[:2] not in passing)


def _allowed_spans(text: str, pseudonyms: tuple[str, ...]) -> frozenset[tuple[int, int]]:
    """Return where a pseudonym of this testimony stands, in any of its case forms (not its short forms)."""
    return frozenset(
        (match.start, match.end) for match in _pseudonym_matcher(pseudonyms).find(text) if match.how in _OWN_FORMS
    )


@remembered(maxsize=256)
def _pseudonym_matcher(pseudonyms: tuple[str, ...]) -> NameMatcher:
    return NameMatcher([NamedPerson("pseudonym", pseudonyms)])
