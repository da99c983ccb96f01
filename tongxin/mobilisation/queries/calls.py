"""Lists of calls, for both rooms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from tongxin.mobilisation.access import calls_for
from tongxin.mobilisation.models import Call
from tongxin.mobilisation.queries.served import valid
from tongxin.mobilisation.words import CALL_SHAPES, hours
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_RUN

MOST: Final = 100
OVER: Final = 20


@dataclass(frozen=True)
class Card:
    """A call as a line: `free` places of shifts to come, `heads` of all shifts; `people` and `hours` served."""

    pk: int
    title: str
    unit: str
    place: str
    starts_on: date
    ends_on: date
    state: str
    shape: str
    label: str
    shifts: int
    heads: int
    taken: int
    free: int
    people: int
    hours: str


def calls_now(actor: Actor, now: datetime) -> tuple[list[Card], list[Card]]:
    """What members can take part in, the nearest first; and what is over. Three queries."""
    rows = calls_for(actor).filter(published_at__isnull=False)
    open_ = rows.filter(state__in=(Call.State.OPEN, Call.State.CLOSED)).order_by("starts_on", "pk")[:MOST]
    over = rows.filter(state=Call.State.ENDED)[:OVER]
    cards = {card.pk: card for card in _cards(Call.objects.filter(pk__in=[*_ids(open_), *_ids(over)]), now)}
    return [cards[pk] for pk in _ids(open_)], [cards[pk] for pk in _ids(over)]


def calls_run(actor: Actor, now: datetime) -> list[Card]:
    """All calls that the officer runs, the newest first. Two queries."""
    rows = Call.objects.filter(below(actor.paths(ACTIVITIES_RUN), "unit__path"))
    return _cards(rows, now)


def sources(actor: Actor) -> QuerySet[Call]:
    """Calls that a new one can be made after: those the officer runs and those of the own union."""
    return calls_for(actor).select_related("unit")[:OVER]


def _ids(rows: Iterable[Call]) -> list[int]:
    return [call.pk for call in rows]


def _cards(rows: QuerySet[Call], now: datetime) -> list[Card]:
    coming = Q(duties__shifts__starts_at__gt=now)
    pool = "duties__shifts__pool__"
    rows = rows.select_related("unit").annotate(
        shifts=Count("duties__shifts"), heads=Coalesce(Sum(f"{pool}capacity"), 0), taken=Coalesce(Sum(f"{pool}taken"), 0),
        free=Coalesce(Sum(F(f"{pool}capacity") - F(f"{pool}taken"), filter=coming), 0),
    )  # fmt: skip
    calls = list(rows.order_by("-starts_on", "-pk")[:MOST])
    served = valid().filter(shift__duty__call__in=calls).order_by().values("shift__duty__call")
    done = {
        row["shift__duty__call"]: row
        for row in served.annotate(n=Count("person", distinct=True), minutes=Sum("minutes"))
    }
    return [_card(call, dict(done.get(call.pk) or {})) for call in calls]


def _card(call: Call, done: dict[str, Any]) -> Card:
    found: dict[str, int] = call.__dict__
    return Card(
        call.pk, call.title, call.unit.called, call.place, call.starts_on, call.ends_on, call.state, CALL_SHAPES[Call.State(call.state)],
        str(call.get_state_display()), found["shifts"], found["heads"], found["taken"], found["free"], done.get("n", 0),
        hours(done["minutes"]) if done else "",
    )  # fmt: skip
