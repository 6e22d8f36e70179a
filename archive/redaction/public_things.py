"""What the archive holds to be public, whoever tells of it: a list of its own beside the one that is shipped.

Detection keeps what stands on either, with the reason. Only an admin adds and takes out, by name and with a date; what
was taken out stays known. No form of a protected name gets onto the list, and a name that is protected later goes
before it: in detection, where protected names are looked for first, and at the gate, which does not ask this list.
"""

import unicodedata
from collections.abc import Iterator
from datetime import datetime
from itertools import product

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.deidentification import inflecting
from archive.detection.lexicon import Flag, flags_of
from archive.detection.ordinary import is_ordinary
from archive.detection.recognisers.public import (
    ANY_CASE,
    KINDS,
    PublicThings,
    beside_shipped,
    default_public,
    is_listed,
    listed_things,
)
from archive.detection.segments import TOKEN, is_cyrillic, plain
from archive.language.codes import LANGUAGES
from archive.language.given_names import is_given_name, names_shortened
from archive.language.inflection import CASES, decline
from archive.language.pseudonyms import is_protected
from archive.language.remembering import remembered
from archive.redaction.models import PublicThing
from archive.users.models import User
from archive.users.roles import DeskAct, role_allows
from archive.vault.naming import current_matcher

LONGEST = 100
LEAST_LETTERS = 2
_QUOTES = "\"'«»“”„‘’ "
_IN_CYRILLIC = ("ru", "uk")


class PublicThingRefused(ValueError):
    """Something that cannot stand on the list of public things, or cannot be put there by this person."""


@sensitive_variables("words", "cleaned", "key")
def add_public_thing(*, words: str, kind: str, language: str, by: User, at: datetime) -> PublicThing:
    """Put something on the archive's own list; raises `PublicThingRefused`, and says why, for what cannot stand there.

    What was found before stays as it is until the detection is run again: then it is no candidate any more, unless
    somebody has decided on it.
    """
    _refuse_who(by)
    cleaned = " ".join(unicodedata.normalize("NFC", words).split()).strip(_QUOTES)
    _refuse_unfit(cleaned, kind=kind, language=language)
    if is_listed(cleaned, public_things_now()):
        raise PublicThingRefused(_("This is on the list already, as it stands or in another case."))
    if is_protected(cleaned, current_matcher()):
        message = _(
            "This is, or holds, a form of a protected name, and that is never public here. Nothing was added. If the "
            "person is to be named openly, that is a naming decision."
        )
        raise PublicThingRefused(message)
    thing = PublicThing(
        words=cleaned, key=" ".join(_tokens(cleaned)), kind=kind, language=language, entered_by=by, entered_at=at
    )
    with transaction.atomic():
        try:
            with transaction.atomic():
                thing.save(force_insert=True)
        except IntegrityError:  # somebody entered it at the same moment
            raise PublicThingRefused(_("This is on the list already, as it stands or in another case.")) from None
        record_event(Act.PUBLIC_THING_ADDED, subject_kind=SubjectKind.PUBLIC_THING, subject=thing.pk, by=by.pk, at=at)
    return thing


def take_out_public_thing(thing: PublicThing, *, by: User, at: datetime) -> None:
    """Take something off the list; every edition searched before is searched again before it first goes out (G004)."""
    _refuse_who(by)
    with transaction.atomic():
        standing = PublicThing.objects.standing().filter(pk=thing.pk)
        if standing.update(ended_by=by, ended_at=at):
            record_event(
                Act.PUBLIC_THING_TAKEN_OUT, subject_kind=SubjectKind.PUBLIC_THING, subject=thing.pk, by=by.pk, at=at
            )


def public_things_now() -> PublicThings:
    """Return what detection takes to be public today: the shipped list and the archive's own."""
    standing = PublicThing.objects.standing().order_by("key")
    return _beside_shipped(tuple(standing.values_list("key", "kind", "language")))


@remembered(maxsize=2)
def _beside_shipped(own: tuple[tuple[str, str, str], ...]) -> PublicThings:
    """Return one object for one state of the list, since detection remembers what it knows of a form by it."""
    if not own:
        return default_public()
    entries = ((kind, "_".join(form)) for key, kind, language in own for form in _forms(key, kind, language))
    return beside_shipped(listed_things(entries))


def _forms(key: str, kind: str, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the cases something is written in; of a phrase all its words, or those that describe its head."""
    words = key.split()
    yield tuple(words)
    if language not in _IN_CYRILLIC:
        yield (*words[:-1], f"{words[-1]}s")  # detection reads an English 's by itself
    elif kind == "person":
        for case in CASES:
            yield from product(*(decline(word, case, language="uk" if language == "uk" else "ru") for word in words))
    else:
        for one in inflecting.Case:
            yield tuple(plain(inflecting.decline(key, one, language)).split())


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(plain(words)))


def _refuse_who(by: User) -> None:
    if not role_allows(by, DeskAct.KEEP_PUBLIC_LIST):
        raise PublicThingRefused(
            _("Only an admin adds to the list of public things or takes out of it. Ask one to do it.")
        )


@sensitive_variables("words", "tokens")
def _refuse_unfit(words: str, *, kind: str, language: str) -> None:
    tokens = _tokens(words)
    if not tokens:
        raise PublicThingRefused(_("Write what is public: a name, as it stands in texts."))
    if len(words) > LONGEST:
        raise PublicThingRefused(
            _("This is longer than %(most)s characters. Write the name alone; a shorter form is entered by itself.")
            % {"most": LONGEST}
        )
    if kind not in KINDS or language not in LANGUAGES:
        raise PublicThingRefused(_("Choose one of the kinds and one of the languages that are offered."))
    if "*" in words or "_" in words:
        raise PublicThingRefused(_("Write whole words, without * and _. Other cases of them are found by themselves."))
    if sum(character.isalpha() for character in words) < LEAST_LETTERS:
        raise PublicThingRefused(
            _("A number alone is not public: it may be anybody's. Write it with the words that belong to it.")
        )
    if any(map(is_cyrillic, tokens)) != (language in _IN_CYRILLIC):
        raise PublicThingRefused(
            _("The letters do not fit the language. Choose the language whose letters and endings it is written with.")
        )
    if len(tokens) == 1:
        _refuse_word(tokens[0], kind, language)


@sensitive_variables("word")
def _refuse_word(word: str, kind: str, language: str) -> None:
    """A word alone is everybody's: a first name, and what a dictionary knows and many write, or write in lower case."""
    if flags_of(word) & Flag.FIRST_NAME or is_given_name(word) or names_shortened(word):
        raise PublicThingRefused(
            _("A first name alone is borne by many. Write the whole name of whom or what you mean.")
        )
    if is_ordinary(word, language) and (kind in ANY_CASE or flags_of(word) & (Flag.COMMON | Flag.FREQUENT)):
        raise PublicThingRefused(
            _("This is a common word, and it would be kept wherever it stands. Write the whole name.")
        )
