"""What the planner shows on the page of an activity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.activities.access import may_run
from tongxin.activities.models import Activity
from tongxin.org.actor import Actor
from tongxin.planner.models import PlanningFacts
from tongxin.planner.rules.settle import FIELDS

MOVABLE = (Activity.State.PLANNED, Activity.State.PUBLISHED, Activity.State.POSTPONED)


@dataclass(frozen=True)
class FactsPanel:
    """How many facts were told; all others are guessed."""

    activity: Activity
    told: int
    keeps_day: bool


def facts_panel(actor: Actor, activity: Activity, now: datetime) -> FactsPanel | None:
    """For who runs an activity that can still move: one query."""
    if activity.state not in MOVABLE or not may_run(actor, activity):
        return None
    facts = PlanningFacts.objects.filter(activity=activity).first()
    values = [getattr(facts, name) for name in FIELDS] if facts else []
    told = sum(value is not None and value != "" and value is not False for value in values)
    return FactsPanel(activity, told, bool(facts and facts.keeps_day))
