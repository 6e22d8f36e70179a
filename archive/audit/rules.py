"""The trail's own triggers: nothing in it changes, and a new event follows the head or does not enter."""

from typing import Final

from archive.audit.triggers import Trigger, append_only, refuse_truncate, refuse_when

_FIXED: Final = "The trail is append-only."
_HEAD: Final = "The head of the trail moves only with a new event."

TRIGGERS: Final = (
    *append_only(table="audit_auditevent", same=("seq = NEW.seq",), message=_FIXED),
    *refuse_when(
        "audit_head_stays", table="audit_trailhead", on=("INSERT", "DELETE"), condition="(1 = 1)", message=_HEAD
    ),
    refuse_truncate(table="audit_trailhead", message=_HEAD),
    Trigger(
        name="audit_event_follows",
        table="audit_auditevent",
        sqlite=(
            "CREATE TRIGGER audit_event_follows BEFORE INSERT ON audit_auditevent FOR EACH ROW WHEN NOT EXISTS "
            "(SELECT 1 FROM audit_trailhead WHERE id = 1 AND seq = NEW.seq - 1 AND hash = NEW.previous_hash) "
            "BEGIN SELECT RAISE(ABORT, 'A new event must follow the head of the trail.'); END"
        ),
        # The head is locked here and moved once, at commit: a row updated a thousand times in one transaction leaves a
        # thousand dead copies that every further update has to pass. Until then the event before is what counts.
        postgresql=(
            "BEFORE INSERT FOR EACH ROW\n"
            "DECLARE head audit_trailhead%ROWTYPE; "
            "BEGIN SELECT * INTO head FROM audit_trailhead WHERE id = 1 FOR UPDATE; "
            "IF head.seq IS NULL OR NOT ((NEW.seq = head.seq + 1 AND NEW.previous_hash = head.hash) OR "
            "(NEW.seq > head.seq + 1 AND EXISTS (SELECT 1 FROM audit_auditevent e "
            "WHERE e.seq = NEW.seq - 1 AND e.hash = NEW.previous_hash))) THEN RAISE EXCEPTION "
            "'A new event must follow the head of the trail.' USING ERRCODE = '23000'; END IF; RETURN NEW; END;"
        ),
    ),
    Trigger(
        name="audit_head_advances",
        table="audit_auditevent",
        sqlite=(
            "CREATE TRIGGER audit_head_advances AFTER INSERT ON audit_auditevent FOR EACH ROW "
            "BEGIN UPDATE audit_trailhead SET seq = NEW.seq, hash = NEW.hash WHERE id = 1; END"
        ),
        postgresql=(
            "AFTER INSERT AT COMMIT FOR EACH ROW\n"
            "BEGIN IF EXISTS (SELECT 1 FROM audit_trailhead WHERE id = 1 AND seq < NEW.seq) THEN "
            "UPDATE audit_trailhead h SET seq = e.seq, hash = e.hash FROM audit_auditevent e "
            "WHERE h.id = 1 AND e.seq = (SELECT max(l.seq) FROM audit_auditevent l); END IF; RETURN NULL; END;"
        ),
    ),
    Trigger(
        name="audit_head_follows",
        table="audit_trailhead",
        sqlite=(
            "CREATE TRIGGER audit_head_follows BEFORE UPDATE ON audit_trailhead FOR EACH ROW WHEN NEW.id <> 1 OR "
            "NEW.seq <> OLD.seq + 1 OR NOT EXISTS (SELECT 1 FROM audit_auditevent "
            "WHERE seq = NEW.seq AND hash = NEW.hash AND previous_hash = OLD.hash) "
            "BEGIN SELECT RAISE(ABORT, 'The head of the trail moves only with a new event.'); END"
        ),
        postgresql=(
            "BEFORE UPDATE FOR EACH ROW\n"
            "BEGIN IF pg_trigger_depth() < 2 OR NEW.id <> 1 OR NEW.seq <= OLD.seq THEN RAISE EXCEPTION "
            "'The head of the trail moves only with a new event.' USING ERRCODE = '23000'; END IF; RETURN NEW; END;"
        ),
    ),
)
