"""The events of an activity, for who runs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from tongxin.activities.models import Activity
from tongxin.contests.models import Contest, Heat
from tongxin.contests.queries.lines import Line, UnitLine, lines_of, of_heat, placed, units_standing
from tongxin.contests.rules.scoring import DEFAULT_TABLE, TEAM_FACTOR
from tongxin.signups.access import slots_of
from tongxin.signups.models import Slot
from tongxin.ui.words import day, hour


@dataclass(frozen=True)
class HeatSheet:
    """One heat with its lines, lane by lane."""

    heat: Heat
    lines: list[Line]


@dataclass(frozen=True)
class Event:
    """One event: `lines` are all in it, `loose` those with no heat though there are heats, `done` how many have a result."""

    slot: Slot
    contest: Contest
    title: str
    when: str
    lines: list[Line]
    heats: list[HeatSheet]
    loose: list[Line]
    done: int

    @property
    def published(self) -> bool:
        """Whether members see the results."""
        return self.contest.published_at is not None

    @property
    def complete(self) -> bool:
        """Whether everybody has a result."""
        return bool(self.lines) and self.done == len(self.lines)

    @property
    def best(self) -> list[Line]:
        """The results, best first."""
        return placed(self.lines)

    @property
    def ready(self) -> bool:
        """Whether there is something to publish."""
        return self.done > 0 and not self.published


@dataclass(frozen=True)
class Events:
    """All events of an activity, and how the units stand by what is recorded."""

    activity: Activity
    events: list[Event]
    units: list[UnitLine]

    @property
    def ready(self) -> int:
        """How many events have results to publish."""
        return sum(event.ready for event in self.events)


def event_slots(activity: Activity, **only: Any) -> list[Slot]:
    """The events people sign up for, in order. One query."""
    found = list(slots_of(activity).filter(kind=Slot.Kind.EVENT, pool__isnull=False, **only))
    for slot in found:
        slot.activity = activity
    return found


def events_of(activity: Activity, slots: Sequence[Slot] | None = None) -> Events:
    """The events (or those of `slots`). Six queries."""
    shown = event_slots(activity) if slots is None else list(slots)
    lines = lines_of(shown)
    contests = {each.slot_id: each for each in Contest.objects.filter(slot__in=shown)}
    heats: dict[int, list[Heat]] = {}
    for heat in Heat.objects.filter(slot__in=shown).order_by("number"):
        heats.setdefault(heat.slot_id, []).append(heat)
    found = [
        _event(slot, contests.get(slot.pk) or new_contest(slot), lines[slot.pk], heats.get(slot.pk, []))
        for slot in shown
    ]
    return Events(activity, found, units_standing(line for event in found for line in event.lines))


def event_of(slot: Slot) -> Event:
    """One event alone."""
    return events_of(slot.activity, [slot]).events[0]


def new_contest(slot: Slot) -> Contest:
    """How an event scores as long as nobody said otherwise."""
    return Contest(slot=slot, table=list(DEFAULT_TABLE), factor=TEAM_FACTOR if slot.is_team else 1)


def counts_of(activity: Activity) -> dict[str, int]:
    """How many events there are, and how many are public. One query."""
    rows = Slot.objects.filter(activity=activity, kind=Slot.Kind.EVENT, pool__isnull=False)
    public = Q(contest__published_at__isnull=False)
    return rows.aggregate(events=Count("pk"), published=Count("pk", filter=public))


def _event(slot: Slot, contest: Contest, lines: list[Line], heats: list[Heat]) -> Event:
    sheets = [HeatSheet(heat, of_heat(lines, heat.number)) for heat in heats]
    loose = [line for line in lines if line.heat is None] if heats else []
    when = f"{day(slot.starts_at)} {hour(slot.starts_at)}" if slot.starts_at else ""
    done = sum(line.has_result for line in lines)
    return Event(slot, contest, slot.title or str(slot), when, lines, sheets, loose, done)
