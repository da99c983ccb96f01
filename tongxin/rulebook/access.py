"""Who reads, proposes and confirms rules. Everybody reads the shipped ones; a unit's own are read in its union.

Exemptions are read by who reads the money or the trail of their unit: the audit committee among them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import Q, QuerySet
from django.http import Http404

from tongxin.org.access import below, require_right, require_somewhere, union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import AUDIT_READ, MONEY_READ, RULES_CONFIRM, RULES_PROPOSE
from tongxin.rulebook.hooks import Subject, subjects
from tongxin.rulebook.models import Exemption, Rule

EXEMPTION: Final = "rulebook.exemption"


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


def exemptions_for(actor: Actor) -> QuerySet[Exemption]:
    """The exemptions that the actor may read: of the units whose money or trail the actor reads."""
    paths = actor.paths(MONEY_READ) + actor.paths(AUDIT_READ)
    return Exemption.objects.filter(below(paths, "unit__path"))


def reads_exemptions(actor: Actor) -> bool:
    """Whether the actor reads any unit's exemptions now."""
    return actor.has_somewhere(MONEY_READ) or actor.has_somewhere(AUDIT_READ)


def require_exemptions_reader(actor: Actor) -> None:
    """Refuses who reads no unit's exemptions. Refuses as `require_somewhere`."""
    if not reads_exemptions(actor):
        require_somewhere(actor, MONEY_READ if actor.could_somewhere(MONEY_READ) else AUDIT_READ)


def get_subject(kind: str) -> Subject:
    """The kind of thing. Refuses: 404."""
    found = subjects.get(kind)
    if found is None:
        raise Http404
    return found


def get_exemption(actor: Actor, now: datetime, pk: int) -> Exemption:
    """An exemption that stands, to be withdrawn: by who runs its thing, as the thing's own app says. Refuses: 404, and as it does."""
    found = Exemption.objects.select_related("rule", "unit", "withdrawal").filter(pk=pk).first()
    if found is None:
        raise Http404
    get_subject(found.kind).take(actor, now, found.thing_id, False)
    return found


def may_open_scan(actor: Actor, pk: int) -> bool:
    """Whether the actor may open the scan of an exemption (by its id): who reads it, and who sees what it is for."""
    if exemptions_for(actor).filter(pk=pk).exists():
        return True
    found = Exemption.objects.filter(pk=pk).first()
    subject = subjects.get(found.kind) if found else None
    return found is not None and subject is not None and subject.sees(actor, found.thing_id)
