"""No two published accounts share a rare phrase: what two texts have in common would join them.

A rare phrase is four words running, two of them at least no function words, in the published words of two accounts
(text and abstract, each language by itself). Not counted is what stands inside a replacement, which is the archive's
and the same for everybody, and the short list of public things below.
"""

import re
from collections import defaultdict
from itertools import pairwise

import pytest

from archive.deidentification.treatments import PartKind
from archive.first_collection.texts import Account, read_collection
from tests.first_collection.published import public_name, public_parts

LENGTH = 4
FUNCTION_WORDS = {
    "en": """a an and are as at be been but by for from had has have he her him himself his i if in is it its no not of
        on one or out own she so some that the their them then there they this to up was were what when where which who
        will with would into any more""",
    "nb": """alle at av bare ble blitt da de dem den der det deres du eller en er et etter for fra fram ha hadde ham han
        hans har hun hva hvis hvor i ikke inn kan kunne med men mot ned noe noen når nå og om opp over på seg selv ser
        si sier sin sitt skal skulle som så til ut var ved vil ville å""",
}
PUBLIC = {"on 24 february 2022", "in the russian army"}


def published(account: Account, language: str) -> list[list[str]]:
    """Return the published words of an account in stretches that no replacement interrupts."""
    stretches = [account.abstracts[language]]
    if language in {telling.language for telling in account.tellings}:
        stretches += [part.text for part in public_parts(account, language) if part.kind is PartKind.PLAIN]
    return [re.findall(r"\w+", stretch.casefold()) for stretch in stretches]


def phrases(account: Account, language: str) -> set[str]:
    common = set(FUNCTION_WORDS[language].split())
    found = set()
    for stretch in published(account, language):
        for start in range(len(stretch) - LENGTH + 1):
            run = stretch[start : start + LENGTH]
            if sum(word not in common for word in run) >= 2:
                found.add(" ".join(run))
    return found


def shared_phrases(accounts: tuple[Account, ...], language: str) -> dict[str, list[str]]:
    holders = defaultdict(list)
    for account in accounts:
        for phrase in phrases(account, language):
            holders[phrase].append(account.key)
    return {phrase: keys for phrase, keys in holders.items() if len(keys) > 1 and phrase not in PUBLIC}


class TestAnyTwoAccounts:
    @pytest.mark.parametrize("language", ["en", "nb"])
    def test_share_no_rare_phrase(self, language):
        assert shared_phrases(read_collection().accounts, language) == {}

    def test_would_be_found_if_they_did(self):
        first, second = read_collection().accounts[:2]

        shared = shared_phrases((first, second, first), "en")

        assert shared
        assert all(len(keys) > 1 for keys in shared.values())

    def test_stand_under_different_names(self):
        names = sorted(public_name(account, "nb") for account in read_collection().accounts)

        assert all(one != other for one, other in pairwise(names))
