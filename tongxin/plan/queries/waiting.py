"""What waits for those who keep a plan."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tongxin.activities.models import Activity
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan.models import AnnualPlan, WorkItem


def plans_to_approve(actor: Actor, year: int) -> list[Unit]:
    """The units that the actor may approve a plan for and that have something planned but no approved plan.

    A branch whose union plans for it has nothing to approve: only units in which a right begins are asked.
    """
    approved = AnnualPlan.objects.filter(year=year, state=AnnualPlan.State.APPROVED)
    planned = Activity.objects.filter(unit__path__startswith=OuterRef("path"), year=year).exclude(state="idea")
    units = Unit.objects.filter(
        path__in=actor.paths(rights.PLAN_APPROVE), kind__in=(Unit.Kind.UNION, Unit.Kind.FEDERATION)
    )
    return list(units.filter(Exists(planned)).exclude(pk__in=approved.values("unit")))


def work_due(actor: Actor, until: date) -> QuerySet[WorkItem]:
    """Open work items, due until then, that the actor may report on."""
    paths = actor.paths(rights.PLAN_CHANGE)
    mine = below(paths, "unit__path") | below(paths, "responsible_unit__path")
    open_states: Q = Q(state__in=("planned", "under_way"), due_on__lte=until)
    return WorkItem.objects.filter(mine, open_states).order_by("due_on", "id")[:50]
