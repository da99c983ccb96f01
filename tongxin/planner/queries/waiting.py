"""What waits for those who decide on proposals."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner.models import Proposal, ProposedMove


def to_decide(actor: Actor, this_year: int) -> QuerySet[Proposal]:
    """The proposals of this year and later that have lines nobody has decided, the newest of each unit's year first; `waiting`
    counts the lines. One query."""
    open_lines = Count("moves", filter=Q(moves__decision=ProposedMove.Decision.OPEN))
    mine = Proposal.objects.filter(below(actor.paths(PLAN_CHANGE), "unit__path"), as_of=None, year__gte=this_year)
    waiting = mine.filter(state__in=(Proposal.State.OPEN, Proposal.State.PARTLY)).annotate(waiting=open_lines)
    return waiting.filter(waiting__gt=0).select_related("unit").order_by("unit__path", "year", "-asked_at", "-pk")[:50]
