"""What can be read or copied from a page of the reading room, for the search for names."""

import html
import re

# What says nothing and ends no line: most of a page. Taken out first, and at once.
_SILENT = re.compile(r'<(?:/(?:a|b|i|span|mark)|(?:a|b|i|span|mark)(?: (?:class|href|id|lang|hreflang)="[^"<>]*")*)>')
_OWN_BRACKET = re.compile(r'<span class="b">[\[\]]</span>')
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_BREAKS = re.compile(r"\n\s*")
_UNSEEN = re.compile(r"<!--.*?-->", re.S)
_SPOKEN = re.compile(r'\s(?:title|alt|content|aria-label|placeholder|value)="([^"]*)"')
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "td",
        "th",
        "dt",
        "dd",
        "section",
        "article",
        "title",
        "option",
        "br",
        "ul",
        "ol",
        "dl",
        "table",
        "tr",
    ]
)


def visible_text(page: str) -> str:
    """Return what a reader, a screen reader or a copying hand gets from a page of ours.

    A name cut by inline markup closes up again, and so does one cut by the brackets we set around what was changed;
    blocks end lines; what attributes say in words stands on lines of its own. Only for pages made by our templates, in
    which no sign of markup stands unescaped inside a value.
    """
    words = _TAG.sub(_in_words, _SILENT.sub("", _OWN_BRACKET.sub("", _UNSEEN.sub("", page))))
    return html.unescape(_BREAKS.sub("\n", words))


def _in_words(tag: re.Match[str]) -> str:
    whole = tag[0]
    said = "".join([f"\n{value}\n" for value in _SPOKEN.findall(whole)]) if "=" in whole else ""
    return said or ("\n" if tag["name"].lower() in _BLOCKS else "")
