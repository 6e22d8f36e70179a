"""How far a finding reaches: the whole of a word with hyphens, the article of a noun phrase, a line break inside a name."""

import re

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.segments import Document

_ARTICLES = frozenset("a an the en et ei ein eit den det".split())
_DATE_WORDS = frozenset("в у во".split())
_NO_ARTICLE = frozenset({"name", "place", "large_place", "callsign"})
# What may stand inside a word: a hyphen, also where the line breaks after it ("Juma-bek", "Yasen-\\nsky").
_INSIDE = frozenset({"-", "\u2010", "\u2011", "-\n", "\u2010\n", "\u00ad\n"})
_LONGEST = 3
_AROUND = 32
_BEFORE_DATE = re.compile(
    r"(?:(?<!\w)(?:(?:a|two|three|some|en|ei|to|tre|две|два|три|дві|через|за) )?(?:days?|weeks?|nights?|dag|dagen|dager|uke|uka|veke|veka|неделю|недели|день|дня|тиждень|тижні|дні) "
    r"(?:before|after|past|etter|før|til|после|до|после|перед|після|по)|(?<!\w)(?:the )?(?:night|natt|natta|ночь|ніч) (?:to|before|til|mot|на|перед)|(?<!\w)(?:natt|natta|night)) (?:the )?$",
    re.IGNORECASE,
)
# What the last word of all that is.
_LEADING = tuple("before after past etter før til после до перед після по to mot на natt natta night the".split())
_LAST = 9
_AFTER_DATE = re.compile(
    r",? \(?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:man|tirs|ons|tors|fre|lør|laur|søn|sun)dag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя)(?!\w)|,? (?:at|kl\.?|klokka|в|о|об) ?\d{1,2}[.:]\d\d(?:[-–]\d{1,2}[.:]\d\d)?(?!\d)| г\. ?р\.| р\. ?н\.|(?:,| \() ?f\.",
    re.IGNORECASE,
)


def widened(found: Finding, document: Document, covered: bytearray) -> Finding:
    """Return a finding as far as it reaches into what no other finding covers."""
    if found.identifier_class is IdentifierClass.PUBLIC:
        return found
    whole = _whole_word(found, document, covered)
    if whole.entity_type is EntityType.DATE:
        whole = _whole_date(whole, document.text, covered)
    return _with_article(whole, document.text, covered)


def _whole_word(found: Finding, document: Document, covered: bytearray) -> Finding:
    """Take in what a hyphen joins: "Ayshe-apa" and "KamAZ-instituttet" are one word each."""
    gaps, spans = document.gaps, document.spans
    first, end = document.tokens_of(found.start, found.end)
    if first >= end:
        return found
    begin, stop = first, end
    while begin > 0 and first - begin < _LONGEST and gaps[begin] in _INSIDE and not covered[spans[begin - 1][0]]:
        begin -= 1
    while stop < len(spans) and stop - end < _LONGEST and gaps[stop] in _INSIDE and not covered[spans[stop][0]]:
        stop += 1
    if (begin, stop) == (first, end):
        return found
    start, last = min(found.start, spans[begin][0]), max(found.end, spans[stop - 1][1])
    covered[start:last] = b"\1" * (last - start)
    return found._replace(start=start, end=last)


def _whole_date(found: Finding, text: str, covered: bytearray) -> Finding:
    """Take in what belongs to a date: "a week after", "the night to" before it; a weekday, an hour, "г. р." after it."""
    leads = text[max(0, found.start - _LAST) : found.start].rstrip().lower().endswith(_LEADING)
    before = _BEFORE_DATE.search(text, max(0, found.start - _AROUND), found.start) if leads else None
    after = _AFTER_DATE.match(text, found.end, min(len(text), found.end + _AROUND))
    if not before and not after:
        return found
    start = found.start
    while before and start > before.start() and not covered[start - 1]:
        start -= 1
    start += len(text[start : found.start]) - len(text[start : found.start].lstrip())
    end = after.end() if after and not any(covered[found.end : after.end()]) else found.end
    covered[start:end] = b"\1" * (end - start)
    return found._replace(start=start, end=end)


def _with_article(found: Finding, text: str, covered: bytearray) -> Finding:
    """Take in the article of a noun phrase, and the Cyrillic preposition of a date."""
    if found.detail in _NO_ARTICLE or found.entity_type is EntityType.PERSON:
        return found
    start = found.start
    if start < 2 or text[start - 1] not in ' «"“':
        return found
    begin = start - 1
    while begin > 0 and text[begin - 1].isalpha() and start - begin < 6:
        begin -= 1
    word = text[begin : start - 1].lower()
    wanted = _DATE_WORDS if found.entity_type is EntityType.DATE and word not in _ARTICLES else _ARTICLES
    if word not in wanted or covered[begin] or (text[start - 1] != " " and word not in _ARTICLES):
        return found
    covered[begin:start] = b"\1" * (start - begin)
    return found._replace(start=begin)
