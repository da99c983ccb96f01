"""What a unit did in a year, for the unit's page."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity
from tongxin.activities.queries.on_now import Card, card_of, shown
from tongxin.activities.queries.scope import of_unit
from tongxin.org.actor import Actor
from tongxin.org.models import Unit

MOST = 12


@dataclass(frozen=True)
class UnitPanel:
    """How many activities count for the unit, and the latest of them; `coming` are still to be held."""

    held: int
    coming: int
    cards: list[Card]


def of_unit_in_year(actor: Actor, unit: Unit, year: int) -> UnitPanel:
    """What the actor may see of the unit's year: owned, or led by it. Six queries at most."""
    rows = activities_for(actor).filter(pk__in=of_unit(unit).values("pk"), year=year)
    done = rows.filter(state=Activity.State.DONE)
    live = (Activity.State.PLANNED, Activity.State.PUBLISHED, Activity.State.UNDER_WAY, Activity.State.POSTPONED)
    latest = shown(done).order_by("-held_on", "-id")[:MOST]
    return UnitPanel(done.count(), rows.filter(state__in=live).count(), [card_of(each) for each in latest])
