"""One call with its posts, days and shifts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Count, Q, Sum

from tongxin.core.clock import today
from tongxin.mobilisation.models import Call, Duty, Shift
from tongxin.mobilisation.queries.served import valid
from tongxin.mobilisation.rules.shifts import overlap
from tongxin.mobilisation.words import CALL_SHAPES, hours, span
from tongxin.org.actor import Actor
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE


@dataclass(frozen=True)
class Choice:
    """A shift as a line. `mine` is the state of the reader's place, `clash` says that another of the reader's is at that time,
    `recorded` how many are put down of `taken`."""

    pk: int
    duty: str
    span: str
    taken: int
    capacity: int
    queued: int
    mine: str
    clash: bool
    begun: bool
    recorded: int

    @property
    def free(self) -> int:
        """How many are free."""
        return self.capacity - self.taken


@dataclass(frozen=True)
class Day:
    """The shifts of a day; `past` days are folded."""

    day: date
    past: bool
    choices: list[Choice]


@dataclass(frozen=True)
class Served:
    """A volunteer in the thanks."""

    name: str
    unit: str
    hours: str


@dataclass(frozen=True)
class CallPage:
    """Everything the page of a call shows."""

    call: Call
    shape: str
    label: str
    open: bool
    duties: list[Duty]
    units: list[str]
    coming: list[Day]
    past: list[Day]
    mine: list[Choice]
    heads: int
    taken: int
    people: int
    hours: str
    to_record: int
    thanks: list[Served]


def call_page(actor: Actor, call: Call, now: datetime) -> CallPage:
    """Six queries."""
    shifts = list(
        Shift.objects.filter(duty__call=call).select_related("duty", "pool").annotate(
            recorded=Count("services", filter=Q(services__replaced_by=None))
        ).order_by("starts_at", "duty__order", "pk")
    )  # fmt: skip
    own = _own(actor, call)
    choices = [(today(shift.starts_at), _choice(shift, own, now)) for shift in shifts]
    days = [
        Day(day, day < today(now), [choice for _day, choice in found])
        for day, found in groupby(choices, key=lambda each: each[0])
    ]
    served = _served(call)
    return CallPage(
        call=call, shape=CALL_SHAPES[Call.State(call.state)], label=str(call.get_state_display()),
        open=call.state == Call.State.OPEN, duties=list(call.duties.all()), units=[unit.called for unit in call.open_to.all()],
        coming=[day for day in days if not day.past], past=[day for day in days if day.past],
        mine=[choice for _day, choice in choices if choice.mine], heads=sum(choice.capacity for _day, choice in choices),
        taken=sum(choice.taken for _day, choice in choices), people=len(served), hours=hours(sum(each[2] for each in served)),
        to_record=sum(choice.begun and choice.recorded < choice.taken for _day, choice in choices),
        thanks=[Served(name, unit, hours(minutes)) for name, unit, minutes in served] if call.thanked_at else [],
    )  # fmt: skip


def _own(actor: Actor, call: Call) -> list[tuple[int, str, datetime, datetime]]:
    """The reader's live places in shifts of any call around these days."""
    rows = Place.objects.filter(person=actor.person_id or 0, state__in=LIVE, pool__shift__isnull=False).order_by()
    return list(rows.values_list("pool__shift", "state", "pool__shift__starts_at", "pool__shift__ends_at"))


def _choice(shift: Shift, own: list[tuple[int, str, datetime, datetime]], now: datetime) -> Choice:
    mine = next((state for pk, state, _starts, _ends in own if pk == shift.pk), "")
    at = (shift.starts_at, shift.ends_at)
    clash = any(pk != shift.pk and overlap(at, (starts, ends)) for pk, _state, starts, ends in own)
    return Choice(
        shift.pk, shift.duty.name, span(*at), shift.pool.taken, shift.pool.capacity or 0, shift.pool.queued, mine, clash,
        shift.is_over(now), shift.__dict__["recorded"],
    )  # fmt: skip


def _served(call: Call) -> list[tuple[str, str, int]]:
    """Names, units and minutes of all who served, most first."""
    rows = valid().filter(shift__duty__call=call).order_by()
    found = rows.values_list("person", "person__name", "person__name_key", "unit__short_name", "unit__name")
    sums: dict[int, list[object]] = {}
    for person, name, key, short, long, minutes in found.annotate(minutes=Sum("minutes")):
        kept = sums.setdefault(person, [name, key, short or long or "", 0])
        kept[3] = int(kept[3]) + minutes  # type: ignore[call-overload]
    ordered = sorted(sums.values(), key=lambda each: (-int(each[3]), str(each[1])))  # type: ignore[call-overload]
    return [(str(name), str(unit), int(minutes)) for name, _key, unit, minutes in ordered]  # type: ignore[call-overload]
