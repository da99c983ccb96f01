"""A sports meeting for tests: events, people in them, teams."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.cast import NOW, Cast
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import add
from tongxin.contests import actions
from tongxin.contests.rules.marks import Reading, read
from tongxin.org.models import Person
from tongxin.places.tests.making import people_of
from tongxin.signups.models import Slot
from tongxin.signups.tests.making import offered, sign_up

STARTS = datetime(2020, 10, 25, 1, 0, tzinfo=UTC)  # 9:00 in Shanghai


def meeting(cast: Cast, **more: Any) -> Activity:
    """A published sports meeting of the union."""
    return add(cast, "运动会", published=True, **more)


def event(cast: Cast, title: str = "100米", *, activity: Activity | None = None, **terms: Any) -> Slot:
    """An event that people can sign up for, ordered by time unless told otherwise."""
    given = {"measure": "time", "starts_at": STARTS, **terms}
    return offered(cast, None, activity=activity or meeting(cast), kind="event", title=title, **given)


def relay(cast: Cast, **terms: Any) -> Slot:
    """A team event: two to four, one team a unit."""
    return event(cast, "接力", **{"team_min": 2, "team_max": 4, "per_unit": 1, **terms})


def fill(cast: Cast, slot: Slot, count: int, unit: str = "ee") -> list[str]:
    """So many more people of a unit in the event; the names under which the cast knows them."""
    names = people_of(cast, count, unit)
    for name in names:
        sign_up(cast, slot, name)
    return names


def fresh(slot: Slot) -> Slot:
    """The event as a page would fetch it."""
    return Slot.objects.select_related("activity__unit", "pool__unit").get(pk=slot.pk)


def keys(slot: Slot) -> dict[str, str]:
    """The keys of the lines by the person's or team's name."""
    from tongxin.contests.queries.events import event_of

    return {line.name: line.key for line in event_of(fresh(slot)).lines}


def heats(cast: Cast, slot: Slot, **more: Any) -> Any:
    """The office draws up the heats."""
    return actions.make_heats(actor=cast.actor("office"), now=NOW, slot=fresh(slot), **more)


def marks(cast: Cast, slot: Slot, **given: str) -> int:
    """The office writes down marks, by the cast's name of the person."""
    known = keys(slot)
    readings: dict[str, Reading] = {
        known[cast.people[name].name]: read(text, slot.measure) for name, text in given.items()
    }
    return actions.record_results(actor=cast.actor("office"), now=NOW, slot=fresh(slot), marks=readings)


def publish(cast: Cast, slot: Slot) -> Any:
    """The office publishes all there is."""
    return actions.publish_results(actor=cast.actor("office"), now=NOW, activity=slot.activity)


def team(cast: Cast, slot: Slot, by: str, people: list[Person], unit: str = "ee", name: str = "") -> Any:
    """An officer signs up a team."""
    return actions.enter_team(
        actor=cast.actor(by), now=NOW, slot=fresh(slot), unit=cast.units[unit], people=people, name=name
    )
