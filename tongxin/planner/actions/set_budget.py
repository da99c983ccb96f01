"""Set what a unit may spend in the quarters of a year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tongxin.audit import actions as audit
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner.models import QuarterBudget


@transaction.atomic
def set_budget(*, actor: Actor, now: datetime, unit: Unit, year: int, fen: Mapping[int, int | None]) -> None:
    """What the unit may spend on activities in each quarter (1 to 4); None: no limit. A quarter that is not given stays.

    Refuses: `access.…`.
    """
    require_right(actor, PLAN_CHANGE, unit)
    rows = QuarterBudget.objects.filter(unit=unit, year=year, quarter__in=fen)
    before = {str(one.quarter): one.fen for one in rows}
    rows.delete()
    QuarterBudget.objects.bulk_create(
        QuarterBudget(unit=unit, year=year, quarter=quarter, fen=most)
        for quarter, most in sorted(fen.items())
        if most is not None
    )
    after = {str(quarter): most for quarter, most in sorted(fen.items()) if most is not None}
    audit.record(
        actor=actor,
        now=now,
        act="planner.set_budget",
        thing=unit,
        unit=unit,
        before=before,
        after=after | {"year": year},
    )
