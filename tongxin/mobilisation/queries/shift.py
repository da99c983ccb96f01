"""The list of one shift, for those who run it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tongxin.mobilisation.models import Call, Service, Shift
from tongxin.mobilisation.words import hours, number_of_hours, span
from tongxin.places.models.place import LIVE


@dataclass(frozen=True)
class Row:
    """A person of the list. `minutes` is None until put down; `words` why it was corrected."""

    place: int
    person: int
    name: str
    staff_no: str
    unit: str
    phone: str
    state: str
    label: str
    exception: str
    minutes: int | None
    hours: str
    words: str


@dataclass(frozen=True)
class ShiftPage:
    """The list; `default` are the hours that stand in the fields, `open_rows` how many are still to be put down."""

    shift: Shift
    span: str
    length: str
    default: str
    begun: bool
    rows: list[Row]
    waiting: list[Row]
    open_rows: int


def shift_page(shift: Shift, now: datetime) -> ShiftPage:
    """Two queries."""
    rows = list(_rows(shift))
    return ShiftPage(
        shift, span(shift.starts_at, shift.ends_at), hours(shift.minutes), number_of_hours(shift.minutes), shift.is_over(now),
        [row for row in rows if row.state != "waiting"], [row for row in rows if row.state == "waiting"],
        sum(row.minutes is None and row.state == "held" for row in rows),
    )  # fmt: skip


def _rows(shift: Shift) -> Iterator[Row]:
    served = {row.person_id: row for row in shift.services.filter(replaced_by=None)}
    places = shift.pool.places.filter(state__in=LIVE).select_related("person", "unit").order_by("number")
    for place in places:
        row, person = served.get(place.person_id), place.person
        yield Row(
            place.pk, person.pk, person.name, person.staff_no, place.unit.called if place.unit else "", person.phone, place.state,
            str(place.get_state_display()), place.exception, row.minutes if row else None, hours(row.minutes) if row else "",
            row.words if row else "",
        )  # fmt: skip


def sheet_rows(call: Call) -> Iterator[list[str | int | float | datetime | None]]:
    """Everybody of every shift as a line of a spreadsheet: day, times, post, name, number, unit, phone, state, hours, words."""
    served = {
        (row.shift_id, row.person_id): row for row in Service.objects.filter(shift__duty__call=call, replaced_by=None)
    }
    shifts = Shift.objects.filter(duty__call=call).select_related("duty").prefetch_related(
        "pool__places__person", "pool__places__unit"
    )  # fmt: skip
    for shift in shifts:
        for place in shift.pool.places.all():
            if place.state not in LIVE:
                continue
            row, person = served.get((shift.pk, place.person_id)), place.person
            yield [
                shift.starts_at, span(shift.starts_at, shift.ends_at), shift.duty.name, person.name, person.staff_no,
                place.unit.called if place.unit else "", person.phone, str(place.get_state_display()),
                float(number_of_hours(row.minutes)) if row else None, row.words if row else "",
            ]  # fmt: skip
