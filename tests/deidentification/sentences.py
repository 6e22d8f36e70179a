"""Sentences with the mention marked: what a ladder makes of them, rung by rung."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.deidentification.mentions import Mention

if TYPE_CHECKING:
    from archive.deidentification.rungs import Ladder

_MARKED = re.compile(r"<(.+?)>", re.DOTALL)


def mention_in(sentence: str, *, language: str) -> Mention:
    """Return the mention marked `<so>` in a sentence."""
    marked = _MARKED.search(sentence)
    assert marked is not None
    text = sentence.replace("<", "").replace(">", "")
    return Mention(text, marked.start(), marked.start() + len(marked.group(1)), language)


def told(ladder: Ladder, sentence: str, *, language: str) -> dict[str, str]:
    """Return the sentence as each rung tells it, the changed words in brackets."""
    mention = mention_in(sentence, language=language)
    return {
        rung.level: (
            mention.text[: mention.start - rung.before] + f"[{rung.text}]" + mention.text[mention.end + rung.after :]
        )
        for rung in ladder(mention)
    }
