"""Reaching a year's planning: fetch and authorise in one breath. A stranger gets 404."""

from __future__ import annotations

from django.http import Http404

from tongxin.activities.access import get_activity_to_run
from tongxin.activities.models import Activity
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of
from tongxin.org.rules.rights import ACTIVITIES_READ, PLAN_CHANGE
from tongxin.plan.access import get_unit_of_year
from tongxin.planner.models import Proposal, TermSpan


def get_unit(actor: Actor, wanted: str | None, *, change: bool = False) -> Unit:
    """The unit whose year is planned; the actor's own where none is named. Refuses as `require_right`."""
    return get_unit_of_year(actor, wanted, right=PLAN_CHANGE if change else ACTIVITIES_READ)


def get_union(actor: Actor, wanted: str | None) -> Unit:
    """The union whose settings and academic year the actor keeps. Refuses as `require_right`."""
    union = union_of(get_unit_of_year(actor, wanted))
    require_right(actor, PLAN_CHANGE, union)
    return union


def get_proposal(actor: Actor, pk: int, *, change: bool = False) -> Proposal:
    """A proposal that the actor may read, or decide. Refuses as `require_right`."""
    proposal = Proposal.objects.select_related("unit").filter(pk=pk).first()
    if proposal is None:
        raise Http404
    require_right(actor, PLAN_CHANGE if change else ACTIVITIES_READ, proposal.unit)
    return proposal


def get_span(actor: Actor, pk: int) -> TermSpan:
    """A span of the academic year, for who keeps it. Refuses as `require_right`."""
    span = TermSpan.objects.select_related("unit").filter(pk=pk).first()
    if span is None:
        raise Http404
    require_right(actor, PLAN_CHANGE, span.unit)
    return span


def get_planned(actor: Actor, pk: int) -> Activity:
    """An activity whose facts the actor may change. Refuses as `activities.access.require_run`."""
    return get_activity_to_run(actor, pk)


def may_change(actor: Actor, unit: Unit) -> bool:
    """Whether the actor may ask for proposals and decide them."""
    return actor.may(PLAN_CHANGE, unit)
