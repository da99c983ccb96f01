"""How a goal is measured: set an indicator, take one away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit import actions as audit
from tongxin.goals.access import CHANGE
from tongxin.goals.actions.common import Wanted, exact, require_direction, require_figure, whole_of
from tongxin.goals.models import Goal, Indicator
from tongxin.org.access import require_right
from tongxin.org.actor import Actor


@transaction.atomic
def set_indicator(*, actor: Actor, now: datetime, goal: Goal, wanted: Wanted) -> Indicator:
    """Measure the goal by a figure with a target; the same figure again sets a new target.

    Refuses: `goals.no_figure`, `goals.no_direction`, `goals.not_a_number`.
    """
    require_right(actor, CHANGE, goal.unit)
    require_figure(wanted.key)
    require_direction(wanted.direction)
    target = exact(wanted.target, "target", wanted.key)
    indicator, made = Indicator.objects.update_or_create(
        goal=goal,
        key=wanted.key,
        part=wanted.part.strip(),
        defaults={"direction": wanted.direction, **whole_of(target)},
    )
    after = {"key": wanted.key, "part": wanted.part, "direction": wanted.direction, "target": str(target), "new": made}
    audit.record(actor=actor, now=now, act="goals.set_indicator", thing=goal, unit=goal.unit, after=after)
    return indicator


@transaction.atomic
def remove_indicator(*, actor: Actor, now: datetime, indicator: Indicator) -> None:
    """The goal is not measured by that figure any more."""
    goal = indicator.goal
    require_right(actor, CHANGE, goal.unit)
    before = {"key": indicator.key, "part": indicator.part, "target": str(indicator.value)}
    audit.record(actor=actor, now=now, act="goals.remove_indicator", thing=goal, unit=goal.unit, before=before)
    indicator.delete()
