"""The reason of a finding or a proposal, said in the language of the desk.

Recognisers and proposals know no language of pages: each gives one of a closed set of English sentences, "what was
seen: what follows from it." Both halves stand in the message catalogue (a test keeps it whole); what a person wrote as
a reason stands in none and is shown as it was written.
"""

from typing import Final

from django.utils.translation import gettext

CHECKED: Final = "; its check digits hold"


def say_reason(reason: str) -> str:
    """Return a reason in the active language; words of a person come back unchanged."""
    if not reason:
        return ""
    whole = gettext(reason)
    if whole != reason:
        return whole
    seen, joint, follows = reason.removesuffix(".").rpartition(": ")
    if not joint:
        return _seen(reason)
    return f"{_seen(f'{seen}.').removesuffix('.')}: {gettext(follows)}."


def _seen(sentence: str) -> str:
    bare = sentence.removesuffix(f"{CHECKED}.")
    return gettext(sentence) if bare == sentence else gettext(f"{bare}.").removesuffix(".") + gettext(CHECKED) + "."
