"""Who of a unit signed up for what, for its officers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tongxin.activities.models import Activity
from tongxin.contests.queries.events import event_slots
from tongxin.contests.rules.homes import home_of
from tongxin.org.models import Unit
from tongxin.places.models import Group, Place
from tongxin.places.models.place import LIVE
from tongxin.signups.actions.sign_up import OPEN
from tongxin.signups.models import Slot


@dataclass(frozen=True)
class Ours:
    """One person or team of the unit in an event; `state` in words where it is not simply on the list."""

    name: str
    names: tuple[str, ...]
    waiting: str


@dataclass(frozen=True)
class OurEvent:
    """One event: who of the unit is in it, how many teams may still come (None: no limit), whether one can be entered now."""

    slot: Slot
    title: str
    ours: list[Ours]
    left: int | None
    can: bool
    members: int


@dataclass(frozen=True)
class OurPage:
    """The unit's page of an activity; `people` counts heads, each once."""

    activity: Activity
    unit: Unit
    events: list[OurEvent]
    people: int


def our_page(activity: Activity, unit: Unit, now: datetime) -> OurPage:
    """Four queries."""
    slots = event_slots(activity)
    rows = Place.objects.filter(pool__in=[slot.pool_id for slot in slots], state__in=LIVE)
    places = list(rows.select_related("person", "unit", "group__unit").order_by("number"))
    mine = [place for place in places if _is_ours(place, unit)]
    events = [_event(slot, [place for place in mine if place.pool_id == slot.pool_id], now) for slot in slots]
    return OurPage(activity, unit, events, len({place.person_id for place in mine}))


def teams_of(slot: Slot, unit: Unit) -> list[str]:
    """The teams in an event that count against the limit of this unit: all that compete for the same home."""
    assert slot.pool is not None
    top = slot.activity.unit.path or ""
    home = home_of(unit.path or "", top)
    live = Group.objects.filter(pool=slot.pool_id, unit__isnull=False, places__state__in=LIVE).distinct()
    rows = live.select_related("unit").order_by("pk")
    return [group.name for group in rows if group.unit and home_of(group.unit.path or "", top) == home]


def _event(slot: Slot, places: Sequence[Place], now: datetime) -> OurEvent:
    teams: dict[str, list[Place]] = {}
    for place in places:
        teams.setdefault(f"g{place.group_id}" if slot.is_team and place.group_id else f"p{place.pk}", []).append(place)
    ours = [_ours(key, members) for key, members in teams.items()]
    sent = sum(key[0] == "g" for key in teams)
    left = None if slot.per_unit is None or not slot.is_team else max(slot.per_unit - sent, 0)
    opened = slot.activity.state in OPEN and slot.pool is not None and slot.pool.is_open(now)
    return OurEvent(slot, slot.title or str(slot), ours, left, opened and slot.is_team and left != 0, len(places))


def _ours(key: str, members: Sequence[Place]) -> Ours:
    first = members[0]
    waiting = "" if first.state == Place.State.HELD else str(first.get_state_display())
    if key[0] == "g" and first.group is not None:
        return Ours(first.group.name, tuple(place.person.name for place in members), waiting)
    return Ours(first.person.name, (), waiting)


def _is_ours(place: Place, unit: Unit) -> bool:
    """Who competes for the unit's team, and all of the unit's own people."""
    team = place.group.unit if place.group else None
    return any((each.path or "").startswith(unit.path or "\0") for each in (place.unit, team) if each)
