"""What a unit did in a year, for the unit's page."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity
from tongxin.activities.queries.on_now import Card, card_of, shown
from tongxin.activities.queries.scope import of_unit
from tongxin.org.actor import Actor
from tongxin.org.models import Unit

MOST = 12


@dataclass(frozen=True)
class UnitPanel:
    """How many activities count for the unit in `year`, and the latest of them; `coming` are still to be held."""

    year: int
    held: int
    coming: int
    cards: list[Card]


def of_unit_in_year(actor: Actor, unit: Unit, year: int) -> UnitPanel:
    """What the actor may see of the unit's year: owned, or led by it; of the newest year before where it has nothing yet.

    Five queries at most.
    """
    seen = activities_for(actor).filter(pk__in=of_unit(unit).values("pk"), year__lte=year)
    live = (Activity.State.PLANNED, Activity.State.PUBLISHED, Activity.State.UNDER_WAY, Activity.State.POSTPONED)
    done = Q(state=Activity.State.DONE)
    by_year = seen.values("year").annotate(held=Count("pk", filter=done), coming=Count("pk", filter=Q(state__in=live)))
    newest = by_year.order_by("-year").first() or {"year": year, "held": 0, "coming": 0}
    latest = shown(seen.filter(done, year=newest["year"])).order_by("-held_on", "-id")[:MOST]
    return UnitPanel(**newest, cards=[card_of(each) for each in latest])
