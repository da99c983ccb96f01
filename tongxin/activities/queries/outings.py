"""Figures of the units' yearly outings 单位团建."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from django.db.models import QuerySet

from tongxin.activities.models import Activity
from tongxin.activities.queries.held import counted, halves
from tongxin.activities.queries.scope import held
from tongxin.core.figures import Result, Scope

OUTING: Final = "tuan"


def outings_held(scope: Scope) -> Result:
    """How many outings were held."""
    return counted(_outings(scope))


def second_half_share(scope: Scope) -> Result:
    """Which share of the outings was held from July on; None where there was none."""
    found = halves(_outings(scope), scope)
    total, late = int(found.value or 0), found.parts[1].value
    return Result(Fraction(late, total) if total else None, found.records, found.parts)


def _outings(scope: Scope) -> QuerySet[Activity]:
    return held(scope).filter(category__code=OUTING)
