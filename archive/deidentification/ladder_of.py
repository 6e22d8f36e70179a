"""Which ladder serves which detail; the one table to extend when a rung, or a ladder, is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.deidentification.ladders.age import generalise_age
from archive.deidentification.ladders.by_context import generalise_date_by_context, generalise_place_by_context
from archive.deidentification.ladders.count import generalise_count
from archive.deidentification.ladders.date import (
    generalise_birth_date,
    generalise_event_date,
    generalise_service_date,
    generalise_year,
)
from archive.deidentification.ladders.education import generalise_education
from archive.deidentification.ladders.family import generalise_family
from archive.deidentification.ladders.label import has_label, label
from archive.deidentification.ladders.money import generalise_money, generalise_payment
from archive.deidentification.ladders.occupation import generalise_occupation
from archive.deidentification.ladders.period import generalise_period
from archive.deidentification.ladders.place import (
    generalise_front_place,
    generalise_place,
    generalise_refuge,
    generalise_route_stop,
)
from archive.deidentification.ladders.rank import generalise_rank
from archive.deidentification.ladders.route_into_service import generalise_route_into_service
from archive.deidentification.ladders.speciality import generalise_speciality
from archive.deidentification.ladders.unit import generalise_unit
from archive.deidentification.ladders.wound import generalise_wound

if TYPE_CHECKING:
    from archive.deidentification.rungs import Ladder

LADDERS: tuple[tuple[Ladder, tuple[str, ...]], ...] = (
    (generalise_age, ("age",)),
    (generalise_birth_date, ("birth_date",)),
    (generalise_date_by_context, ("date", "feast", "season")),
    (generalise_event_date, ("event_date", "battle_date")),
    (generalise_service_date, ("service_date", "desertion_date", "contract_date", "leave_date")),
    (generalise_year, ("year",)),
    (generalise_period, ("duration", "period", "interval", "relative_time")),
    (generalise_place_by_context, ("place", "large_place", "region")),
    (generalise_place, ("birthplace", "residence", "home")),
    (generalise_front_place, ("front_place", "front")),
    (generalise_refuge, ("refuge", "country")),
    (generalise_route_stop, ("route", "route_stop", "border_crossing")),
    (generalise_unit, ("unit",)),
    (generalise_rank, ("rank",)),
    (generalise_speciality, ("speciality", "trade")),
    (generalise_route_into_service, ("route_into_service", "recruitment")),
    (generalise_occupation, ("occupation",)),
    (generalise_education, ("education", "school")),
    (generalise_family, ("family", "kin")),
    (generalise_wound, ("wound", "illness", "health", "medical")),
    (generalise_money, ("money", "price")),
    (generalise_payment, ("bribe",)),
    (generalise_count, ("counts", "count", "group_size")),
)
_BY_DETAIL = {detail: ladder for ladder, details in LADDERS for detail in details}


def ladder_for(detail: str) -> Ladder | None:
    """Return the ladder of a detail, the kind of thing for details without one, or None."""
    if detail in _BY_DETAIL:
        return _BY_DETAIL[detail]
    return label(detail) if has_label(detail) else None
