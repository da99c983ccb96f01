"""The planner's page of a year: what it would reckon with, and the proposals so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.org.models import Unit
from tongxin.planner.models import PlannerSettings, Proposal, TermSpan
from tongxin.planner.problem import Aim
from tongxin.planner.queries.gather import Gathered, gather, order_of
from tongxin.planner.queries.reading import restrictions_of, spans_of
from tongxin.planner.rules.digest import facts_of
from tongxin.planner.words import AIM_NAMES
from tongxin.restrictions.models import Restriction

SMALL = 60
SHOWN = 20


@dataclass(frozen=True)
class Earlier:
    """A proposal of before; `stale` where it is open and the facts have changed since."""

    proposal: Proposal
    stale: bool


@dataclass(frozen=True)
class Overview:
    """Counts of the year's activities, and what holds for all of them."""

    total: int
    free: int
    dateless: int
    headless: int
    told: int
    restrictions: tuple[Restriction, ...]
    spans: tuple[TermSpan, ...]
    settings: PlannerSettings
    order: tuple[str, ...]
    proposals: tuple[Earlier, ...]

    @property
    def newest_open(self) -> Earlier | None:
        """The newest proposal that still waits for an answer."""
        return next((one for one in self.proposals if one.proposal.is_open), None)


def overview(unit: Unit, year: int, now: datetime) -> Overview:
    """What the planner knows of the unit's year: a fixed number of queries."""
    found = gather(unit, year, now)
    free = [one for one in found.known if one.stood.part == "free"]
    return Overview(
        total=len(found.known),
        free=len(free),
        dateless=sum(one.stood.day is None for one in free),
        headless=sum(not one.settled.heads for one in free),
        told=sum(bool(one.settled.told) for one in free),
        restrictions=tuple(restrictions_of(unit, year)),
        spans=tuple(spans_of(found.settings.unit, year)),
        settings=found.settings,
        order=aim_names(order_of(found.settings)),
        proposals=tuple(_proposals(unit, year, found)),
    )


def aim_names(order: tuple[Aim, ...]) -> tuple[str, ...]:
    """The aims in words."""
    return tuple(str(AIM_NAMES[aim]) for aim in order)


def is_small(unit: Unit, year: int, now: datetime) -> bool:
    """Whether a proposal can be worked out while the page waits."""
    return len(gather(unit, year, now).year.items) <= SMALL


def _proposals(unit: Unit, year: int, found: Gathered) -> list[Earlier]:
    now = facts_of(found.year).as_json()
    rows = Proposal.objects.filter(unit=unit, year=year).exclude(state=Proposal.State.DROPPED)[:SHOWN]
    return [Earlier(one, one.is_open and one.facts != now) for one in rows]
