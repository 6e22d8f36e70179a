"""The chain can be computed by anybody from the table alone."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.audit.chain import Checkpoint, NoCheckpoint, event_hash, event_json, facts_text, read_checkpoint, time_text

TEXT = st.text(max_size=20)


class TestTheBytesOfAnEvent:
    @given(
        st.tuples(
            st.integers(0, 2**62), TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, st.text("0123456789abcdef", max_size=64), TEXT
        )
    )
    def test_are_the_canonical_json_of_its_columns(self, event):
        names = ("seq", "at", "actor", "act", "subject_kind", "subject", "facts")
        plain = json.dumps(dict(zip(names, event, strict=False)), sort_keys=True, separators=(",", ":"))

        assert event_json(event) == plain
        assert event_hash(event) == hashlib.sha256(b"\x00" + event[7].encode() + plain.encode()).hexdigest()

    def test_do_not_depend_on_the_order_of_facts(self):
        assert facts_text({"b": 1, "a": "x"}) == facts_text({"a": "x", "b": 1}) == '{"a":"x","b":1}'

    def test_hold_the_time_in_utc_to_the_microsecond(self):
        at = datetime(2026, 5, 4, 14, 0, 0, 1, tzinfo=timezone(timedelta(hours=2)))

        assert time_text(at) == "2026-05-04 12:00:00.000001"
        assert time_text(datetime(2026, 5, 4, tzinfo=UTC)) == "2026-05-04 00:00:00.000000"


class TestACheckpoint:
    def test_is_read_as_it_was_written(self):
        point = Checkpoint(41, "0f" * 32)

        assert read_checkpoint(f"  {point}\n") == point

    def test_may_be_the_hash_alone_as_a_release_states_it(self):
        point = Checkpoint(None, "0f" * 32)

        assert read_checkpoint(str(point)) == point

    @pytest.mark.parametrize("text", ["", "41", "41:", "41:0f", f"x:{'0f' * 32}", f"41:{'0F' * 32}", f"-1:{'0f' * 32}"])
    def test_is_refused_when_it_is_none(self, text):
        with pytest.raises(NoCheckpoint, match="no checkpoint"):
            read_checkpoint(text)
