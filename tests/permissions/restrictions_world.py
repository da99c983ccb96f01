"""Restrictions of the world: one that only warns, of the union, with a clearance on record; one of the branch, still to come."""

from __future__ import annotations

from datetime import date

from tests.cast import NOW
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity
from tongxin.org.models import Unit
from tongxin.restrictions import actions as restrictions


def restrict(units: dict[str, Unit], office: object, activity: int) -> dict[str, int]:
    """Declare both, and put the plan of `activity` on record; their ids by name."""
    said = {"steps": ((50, "plan"),), "source_number": "12号", "severity": "warn"}
    gathering = restrictions.Terms(title="聚集超过50人要有防控方案", starts_on=date(2020, 10, 1), **said)
    coming = restrictions.Terms(title="不出市", starts_on=date(2020, 12, 1), farthest="city", severity="warn")
    acted = {"actor": office, "now": NOW}
    made = restrictions.declare(**acted, unit=units["union"], terms=gathering)
    later = restrictions.declare(**acted, unit=units["ee"], terms=coming)
    held = Activity.objects.get(pk=activity)
    kept = activities.add_clearance(**acted, activity=held, restriction=made, kind="plan", words="方案")
    return {"restriction": made.pk, "restriction of ee": later.pk, "clearance": kept.pk}
