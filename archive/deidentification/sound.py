"""Spellings that depend on the neighbouring sound: a/an, в/во, с/со, у/в, з/із/зі."""

from __future__ import annotations

import re

_VOWELS_UK = "аеєиіїоуюя"
_CLUSTERS_UK = ("в", "ф", "льв", "св", "тв", "хв")
_HUSHERS = "сзшщжчц"
_AN = re.compile(r"(?:[aeio]|u(?!ni|s|k)|hour|honest|heir|8|11\b|18\b)", re.IGNORECASE)


def article(noun: str) -> str:
    """Return "a" or "an" as the noun after it sounds."""
    return "an" if _AN.match(noun) else "a"


def preposition(word: str, following: str, before: str, language: str) -> str:
    """Return a preposition in the shape its neighbours ask for; others come back as they are."""
    following = following.casefold()
    if language == "ru":
        return _russian(word, following)
    if language == "uk":
        return _ukrainian(word, following, before.rstrip().casefold()[-1:])
    return word


def _russian(word: str, following: str) -> str:
    second_is_consonant = following[1:2] not in "аеёиоуыэюяьй"
    if word == "в" and following[:1] in "вф" and second_is_consonant:
        return "во"
    if word == "с" and following[:1] in "сзшж" and second_is_consonant:
        return "со"
    return word


def _ukrainian(word: str, following: str, last_before: str) -> str:
    if word in ("у", "в"):
        if following.startswith(_CLUSTERS_UK):
            return "у"
        if following[:1] in _VOWELS_UK:
            return "в"
        return "в" if last_before and last_before in _VOWELS_UK else "у"
    if word == "з" and following.startswith("льв"):
        return "зі"
    if word == "з" and following[:1] in _HUSHERS:
        return "зі" if following[1:2] not in _VOWELS_UK else "із"
    return word
