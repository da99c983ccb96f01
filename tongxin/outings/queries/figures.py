"""How many outings were planned, and how many of them were held."""

from __future__ import annotations

from fractions import Fraction

from django.db.models import QuerySet

from tongxin.activities.models import Activity
from tongxin.activities.queries.held import counted
from tongxin.activities.queries.outings import OUTING
from tongxin.activities.queries.scope import in_period, of_unit, records_of
from tongxin.core.figures import Result, Scope

State = Activity.State


def planned(scope: Scope) -> Result:
    """Outings planned for the year, whatever became of them."""
    return counted(_planned(scope))


def completion(scope: Scope) -> Result:
    """The share of the planned ones that was held; None where none was planned."""
    rows = _planned(scope)
    states = list(rows.values_list("state", flat=True))
    done = states.count(State.DONE)
    held = records_of(rows.filter(state=State.DONE), done)
    return Result(Fraction(done, len(states)) if states else None, held)


def _planned(scope: Scope) -> QuerySet[Activity]:
    rows = of_unit(scope.unit).filter(in_period(scope.period, "planned_on"), category__code=OUTING)
    return rows.exclude(state__in=(State.IDEA, State.MERGED))
