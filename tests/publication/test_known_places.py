"""What the search of the raw bytes may leave alone: a word that the gate judged at every place where it stands."""

import pytest

from archive.catalogue.records import (
    AccessCopyRecord,
    ContextRecord,
    ContextText,
    LanguageRecord,
    Manifest,
    Part,
    PartKind,
    PassageRecord,
)
from archive.language.matching import NamedPerson, NameMatch, NameMatcher
from archive.publication.candidates import Draft, Prepared
from archive.publication.known_places import unexplained
from archive.themes.thesaurus import ConceptDraft, import_concepts
from tests.walking import AT

pytestmark = pytest.mark.django_db

MATCHER = NameMatcher([NamedPerson("p", ("Storm",)), NamedPerson("v", ("Vladimir",))])


def draft_of(told: str, *, contexts: tuple[ContextRecord, ...] = ()) -> Draft:
    passage = PassageRecord(number=1, parts=(Part(PartKind.PLAIN, told),), themes=())
    language = LanguageRecord(language="en", public_name="Arne", title="Arne", abstract="A man.", passages=(passage,))
    record = AccessCopyRecord(
        public_id="t1",
        edition=1,
        languages=(language,),
        facets=(),
        warnings=(),
        alterations=(),
        source_kind="interview",
        source_year=2025,
        collection="trial",
    )
    prepared = Prepared(edition=None, public_id="t1", unit="u", digest="", record=record)  # type: ignore[arg-type]
    manifest = Manifest(serial=1, trail_head="0" * 64, order_seed="x", month="2026-03")
    return Draft(manifest, 0, (prepared,), contexts, {}, threshold=1)


def left(draft: Draft, word: str = "storm", *, person: str = "p", how: str = "bytes-plain") -> bool:
    """Tell whether the word, found in the bytes, is a leak."""
    leak = NameMatch(1, 1 + len(word), person, "block", how)
    return bool(unexplained([leak], f"\0{word}\0".encode(), draft=draft, matcher=MATCHER))


class TestAWordInTheBytes:
    def test_is_known_where_it_was_judged_at_its_every_place(self) -> None:
        assert not left(draft_of("Storm came, and Storm went."))

    @pytest.mark.parametrize("how", ["bytes-base64", "bytes-utf-16"])
    def test_is_a_leak_in_another_encoding(self, how: str) -> None:
        assert left(draft_of("Storm came."), how=how)

    def test_is_a_leak_of_whoever_nobody_judged_there(self) -> None:
        assert left(draft_of("Storm came."), person="q")

    def test_is_a_leak_where_no_text_holds_it(self) -> None:
        assert left(draft_of("Nobody came."))

    @pytest.mark.parametrize(
        "told",
        ["Vladimir came. They spoke of Vladimir Putin at night.", "They spoke of Vladimir Putin. Vladimir came."],
    )
    def test_is_a_leak_where_it_was_judged_at_one_place_and_not_at_another(self, told: str) -> None:
        # one is a public figure, and not he
        assert left(draft_of(told), "vladimir", person="v")

    def test_is_a_leak_where_a_background_entry_holds_it_too(self) -> None:
        entry = ContextRecord(code="C1", kind="case", texts=(ContextText("en", "A case", ("Storm was heard.",)),))

        assert left(draft_of("Storm came.", contexts=(entry,)))

    def test_is_a_leak_where_a_theme_holds_it_too(self) -> None:
        import_concepts([ConceptDraft("W", "war", None, (("en", "Storm"), ("nb", "Storm")))], by=None, at=AT)

        assert left(draft_of("Storm came."))
