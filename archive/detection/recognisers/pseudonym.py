"""The name a narrator is to bear here: given by the archive, or asked for in the text when the real names are known."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.morphology import Kind, kinds_of
from archive.detection.ordinary import is_ordinary
from archive.detection.segments import Document, is_cyrillic, plain

_ASKED = re.compile(
    r"(?:pseudonym(?:et|en)?|call me|change me to|write (?:that )?i'm|say (?:that )?i'm|put me down as|can i be|let me be|i(?:'ll| will| want to) be|"
    r"(?:wants?|wanted|asked) to be (?:called|named)|use|under the name|kall meg|kalle (?:meg|henne|ham)|vil (?:hun |han |jeg |ho )?(?:hete|heite|kalles)|"
    r"псевдоним\w*|назовите(?: меня)?|пусть (?:я )?буду|пусть будет|запишите (?:меня )?как|имя(?: возьм\w+)?|буду|псевдонім\w*|назвіть(?: мене)?|нехай (?:я )?буду|"
    r"запишіть (?:мене )?як|хай буде|візьм\w+ ім'я)(?: (?:is|er|was|тогда|тоді|lets say))?(?:…|\.\.\.)?[ :,—–«\"“]{1,4}(?:ну не знаю, )?([^\W\d_][\w'’-]+)",
    re.IGNORECASE,
)
_ASKED_NEEDLES = (
    "pseudonym", "call me", "change me", "i'm", "put me down", "can i be", "let me be", "i'll be", "i will be", "i want to be",
    "to be called", "to be named", "use", "under the name", "kall", "vil ", "псевдон", "назов", "пусть", "запиш", "имя", "буду",
    "назвіть", "нехай", "хай буде", "візьм",
)  # fmt: skip
_QUESTION = re.compile(
    r"(?:call you|name you|what name|other name|another name|pseudonym|kalle deg|hva skal du hete|dekknavn|назвать вас|называть вас в|имя взять|псевдоним|"
    r"назвати вас|називати вас у|псевдонім|як вас записати|как вас записать)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"(?:[^\W\d_]{1,12}:|—|–|-)?\s*([^\W\d_][\w'’-]+)")
_LONGEST_ENDING = 3


def find(document: Document) -> Iterator[Finding]:
    """Yield every mention of the name to be borne."""
    wanted = {plain(word) for name in document.pseudonyms for word in name.split()}
    if document.names_known:
        wanted |= {name for name in _asked_for(document) if _is_name(name)}
    if not wanted:
        return
    for index, form in enumerate(document.lower):
        if (document.words[index][0].isupper() and any(_is_form_of(form, name) for name in wanted)) or (
            form in wanted and not is_ordinary(form, document.languages[index])
        ):
            yield Finding(
                *document.spans[index], EntityType.PERSON, "pseudonym", IdentifierClass.PUBLIC, False, "pseudonym",
                "The name the narrator is to bear here.",
            )  # fmt: skip


def _asked_for(document: Document) -> Iterator[str]:
    text = document.text
    for match in document.near(_ASKED, *_ASKED_NEEDLES):
        if match.group(1)[0].isupper():
            yield plain(match.group(1))
    for (first, _), (following, _) in pairwise(document.paragraphs):
        question = text[document.spans[first][0] : document.spans[following][0]]
        if "?" in question and _QUESTION.search(question):
            reply = _SPEAKER.match(text, document.spans[following][0])
            if reply and reply.group(1)[0].isupper():
                yield plain(reply.group(1))


def _is_name(form: str) -> bool:
    if is_cyrillic(form):
        return bool((kinds_of(form, "ru") | kinds_of(form, "uk")) & Kind.FIRST_NAME or flags_of(form) & Flag.FIRST_NAME)
    return bool(flags_of(form) & Flag.FIRST_NAME)


def _is_form_of(form: str, name: str) -> bool:
    if form == name or form.removesuffix("'s") == name or form.removesuffix("s") == name:
        return True
    if not is_cyrillic(name) or len(name) < 4:
        return False
    stem = name[:-1] if name[-1] in "аяйьоїі" else name
    return form.startswith(stem) and len(form) - len(stem) <= _LONGEST_ENDING
