"""A record has one canonical text and one digest, on every machine."""

from dataclasses import replace

import pytest

from archive.catalogue.records import (
    AccessCopyRecord,
    LanguageRecord,
    Part,
    PartKind,
    PassageRecord,
    canonical_json,
    record_digest,
    record_to_json,
)
from tests.catalogue.invented import invented_records

RECORD = invented_records()[0]


class TestTheDigest:
    def test_is_that_of_the_canonical_text(self) -> None:
        record = AccessCopyRecord(
            "id",
            1,
            (LanguageRecord("en", "A", "A: x", "y", (PassageRecord(1, (Part(PartKind.NAME, "A"),), ("T1",)),)),),
        )

        assert record_to_json(record) == (
            '{"alterations":[],"collection":"","edition":1,"facets":[],"format":1,"languages":[{"abstract":"y","language":'
            '"en","passages":[[1,[["name","A"]],["T1"]]],"public_name":"A","title":"A: x"}],"name_changed":true,'
            '"public_id":"id","source_kind":"","source_year":null,"warnings":[]}'
        )

    def test_is_the_same_however_letters_are_composed(self) -> None:
        one = replace(RECORD, collection="caf\u00e9")
        other = replace(RECORD, collection="cafe\u0301")

        assert record_digest(one) == record_digest(other)

    @pytest.mark.parametrize(
        "change",
        [
            {"public_id": "other"}, {"edition": 3}, {"facets": ()}, {"warnings": ("death",)}, {"alterations": ()},
            {"source_kind": "letter"}, {"source_year": 1999}, {"collection": "other"}, {"name_changed": False},
            {"languages": RECORD.languages[:1]},
            {"languages": (replace(RECORD.languages[0], title="Other"), RECORD.languages[1])},
            {"languages": (replace(RECORD.languages[0], abstract="Other"), RECORD.languages[1])},
            {"languages": (replace(RECORD.languages[0], passages=RECORD.languages[1].passages), RECORD.languages[1])},
        ],
    )  # fmt: skip
    def test_changes_with_everything_that_would_be_published(self, change: dict[str, object]) -> None:
        assert record_digest(replace(RECORD, **change)) != record_digest(RECORD)  # type: ignore[arg-type]

    def test_tells_plain_words_from_words_of_the_archive(self) -> None:
        told = LanguageRecord("en", "A", "A", "", (PassageRecord(1, (Part(PartKind.PLAIN, "abroad"),)),))
        ours = LanguageRecord("en", "A", "A", "", (PassageRecord(1, (Part(PartKind.COARSE, "abroad"),)),))

        assert record_digest(AccessCopyRecord("a", 1, (told,))) != record_digest(AccessCopyRecord("a", 1, (ours,)))


class TestCanonicalText:
    def test_has_no_number_that_is_none(self) -> None:
        with pytest.raises(ValueError, match="Out of range"):
            canonical_json(float("nan"))
