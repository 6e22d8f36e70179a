"""The drawing of the workflow is of the code as it is."""

from django.core.management import call_command

from archive.testimonies.drawing import PLACES, draw_workflow
from archive.testimonies.models import TRANSITIONS, State


class TestTheDrawing:
    def test_has_a_place_for_every_state(self) -> None:
        assert set(PLACES) == set(State) == set(TRANSITIONS)

    def test_has_an_arrow_for_every_move_and_no_other(self) -> None:
        arrows = draw_workflow().count("marker-end")

        assert arrows == sum(len(after) for after in TRANSITIONS.values())

    def test_in_the_documents_is_of_todays_code(self) -> None:
        call_command("draw_workflow", check=True)
