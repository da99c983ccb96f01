"""What restricted the year, and what could have been made of it: a look back from February."""

from __future__ import annotations

from datetime import datetime

from tongxin.activities.models import Activity
from tongxin.demo.facts.restrictions import IN_BATCHES, LOOK_BACK, RESTRICTIONS, SPANS
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.year import YEAR
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import moment, morning, officer
from tongxin.planner import actions as planner
from tongxin.restrictions.actions import Terms, declare

SECONDS = 5


def restrict(units: Units) -> None:
    """The restrictions of the year and its academic calendar, each put down on the day it came."""
    union, january = units[UNION_CODE], moment(YEAR, 1, 9)
    for span in SPANS:
        planner.add_span(
            actor=officer("office", january), now=january, union=union, kind=span.kind, name=span.name, starts_on=span.starts,
            ends_on=span.ends,
        )  # fmt: skip
    for fact in RESTRICTIONS:
        now = morning(fact.starts)
        terms = Terms(
            fact.title, fact.starts, fact.ends, steps=fact.steps, farthest=fact.farthest, source_title=fact.source,
            source_issuer=fact.issuer,
        )  # fmt: skip
        declare(actor=officer("office", now), now=now, unit=union, terms=terms)


def look_back(units: Units, now: datetime) -> None:
    """How the year could have been replanned on 20 February, once for everybody to look at."""
    union, actor = units[UNION_CODE], officer("office", now)
    for activity in Activity.objects.filter(unit=union, year=YEAR, title__in=IN_BATCHES).order_by("pk"):
        planner.set_facts(actor=actor, now=now, activity=activity, heads=IN_BATCHES[activity.title])
    asked = planner.propose(actor=actor, now=now, unit=union, year=YEAR, as_of=LOOK_BACK, seconds=SECONDS)
    planner.compute(now=now, proposal=asked)
