"""Who reads, proposes and confirms rules. Everybody reads the shipped ones; a unit's own are read in its union."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import Http404

from tongxin.org.access import below, require_right, require_somewhere, union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import RULES_CONFIRM, RULES_PROPOSE
from tongxin.rulebook.models import Rule


def rules_for(actor: Actor) -> QuerySet[Rule]:
    """The shipped rules, and the own rows of the actor's union."""
    seen = Q(unit=None)
    if actor.union_id:
        seen |= Q(unit__path__startswith=union_path(actor.union_id))
    return Rule.objects.filter(seen | below(actor.paths(RULES_CONFIRM), "unit__path"))


def get_rule(actor: Actor, pk: int) -> Rule:
    """A version that the actor may read. Refuses: 404."""
    rule = rules_for(actor).select_related("unit", "proposed_by").filter(pk=pk).first()
    if rule is None:
        raise Http404
    return rule


def units_to_rule(actor: Actor, right: str = RULES_PROPOSE) -> QuerySet[Unit]:
    """Units that the actor may propose or confirm rules for, the highest first."""
    return Unit.objects.filter(below(actor.paths(right), "path"), closed_on=None).order_by("path")


def get_rule_to_decide(actor: Actor, pk: int) -> Rule:
    """A version that the actor may confirm or decline. Refuses as `require_right`, 404."""
    rule = get_rule(actor, pk)
    if rule.unit is None:
        require_somewhere(actor, RULES_CONFIRM)
    else:
        require_right(actor, RULES_CONFIRM, rule.unit)
    return rule
