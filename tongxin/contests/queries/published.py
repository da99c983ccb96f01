"""What members see: the published results, their own first, and how the units stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.activities.models import Activity
from tongxin.contests.models import Entry
from tongxin.contests.queries.events import Event, events_of
from tongxin.contests.queries.lines import Line, UnitLine, units_standing
from tongxin.org.actor import Actor

TOP = 8


@dataclass(frozen=True)
class Own:
    """The reader's part in an event."""

    event: Event
    line: Line


@dataclass(frozen=True)
class Coming:
    """Where the reader starts in an event without results: heat and lane."""

    event: Event
    line: Line

    @property
    def at(self) -> datetime | None:
        """When that heat starts, as far as it is known."""
        own = next((sheet.heat.at for sheet in self.event.heats if sheet.heat.number == self.line.heat), None)
        return own or self.event.slot.starts_at


@dataclass(frozen=True)
class Published:
    """The published events, the reader's own results, where the reader starts next, and the standings by what is published."""

    activity: Activity
    person: int | None
    events: list[Event]
    own: list[Own]
    coming: list[Coming]
    units: list[UnitLine]

    @property
    def first_units(self) -> list[UnitLine]:
        """As many as a panel has room for."""
        return self.units[:TOP]


def published(actor: Actor, activity: Activity) -> Published | None:
    """What a member sees of the results; None where there is nothing. One query where nothing is drawn up yet."""
    if not Entry.objects.filter(slot__activity=activity).exists():
        return None
    found = events_of(activity)
    public = [event for event in found.events if event.published]
    own = [Own(event, line) for event in public for line in event.best if actor.person_id in line.people]
    coming = [
        Coming(event, line)
        for event in found.events if not event.published and event.heats
        for line in event.lines if actor.person_id in line.people and line.heat
    ]  # fmt: skip
    if not public and not coming:
        return None
    units = units_standing(line for event in public for line in event.lines)
    return Published(activity, actor.person_id, public, own, coming, units)
