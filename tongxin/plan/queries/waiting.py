"""What waits for those who keep a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tongxin.activities.models import Activity
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan.access import REVIEW, powers
from tongxin.plan.models import AnnualPlan, WorkItem, WorkStep
from tongxin.plan.queries.officers import officers_there
from tongxin.plan.queries.workflow import step_for


@dataclass(frozen=True)
class PlanStep:
    """What a plan asks of the actor: "submit", "review" or "approve", and what was said when it was sent back."""

    unit: Unit
    step: str
    words: str = ""


def plans_to_bring_on(actor: Actor, year: int, today: date) -> list[PlanStep]:
    """The units with something planned but no approved plan, and the step that the actor can do there now.

    A branch whose union plans for it has nothing to approve: only units in which a right begins are asked.
    Two queries.
    """
    planned = Activity.objects.filter(unit__path__startswith=OuterRef("path"), year=year).exclude(state="idea")
    paths = {path for right in (rights.PLAN_APPROVE, rights.PLAN_CHANGE, *REVIEW) for path in actor.paths(right)}
    units = Unit.objects.filter(path__in=paths, kind__in=(Unit.Kind.UNION, Unit.Kind.FEDERATION))
    waiting = units.filter(Exists(planned)).annotate(officers=officers_there(today))
    plans = {plan.unit_id: plan for plan in AnnualPlan.objects.filter(year=year, unit__path__in=paths)}
    steps = (_step(actor, unit, plans.get(unit.pk) or AnnualPlan(unit=unit, year=year)) for unit in waiting)
    return [step for step in steps if step is not None]


def _step(actor: Actor, unit: Unit, plan: AnnualPlan) -> PlanStep | None:
    step = step_for(actor, plan, powers(actor, unit), alone=getattr(unit, "officers", 0) <= 1)
    return PlanStep(unit, step, plan.review_words) if step else None


def steps_due(actor: Actor, until: date) -> QuerySet[WorkStep]:
    """Open steps, due until then, of open work items that the actor may report on."""
    paths = actor.paths(rights.PLAN_CHANGE)
    mine = below(paths, "item__unit__path") | below(paths, "item__responsible_unit__path")
    due = Q(item__state__in=("planned", "under_way"), done_on=None, due_on__lte=until)
    return WorkStep.objects.filter(mine, due).select_related("item").order_by("due_on", "id")[:50]


def work_due(actor: Actor, until: date) -> QuerySet[WorkItem]:
    """Open work items, due until then, that the actor may report on."""
    paths = actor.paths(rights.PLAN_CHANGE)
    mine = below(paths, "unit__path") | below(paths, "responsible_unit__path")
    open_states: Q = Q(state__in=("planned", "under_way"), due_on__lte=until)
    return WorkItem.objects.filter(mine, open_states).order_by("due_on", "id")[:50]
