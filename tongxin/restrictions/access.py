"""Who may see a restriction: everybody it is declared for; who may change one: who has the right where it was declared."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import Http404

from tongxin.org.access import below, require_right, union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_READ, RESTRICTIONS_CHANGE
from tongxin.restrictions.models import Restriction


def restrictions_for(actor: Actor) -> QuerySet[Restriction]:
    """What is declared in the actor's union or above it, and in or above the units the actor holds a post for."""
    paths = {grant.path for grant in actor.grants} if actor.in_office else set()
    if actor.union_id:
        paths.add(union_path(actor.union_id))
    above = {
        ".".join(steps[: end + 1]) + "."
        for path in paths
        if (steps := path.split(".")[:-1])
        for end in range(len(steps))
    }
    return Restriction.objects.filter(Q(unit__path__in=above) | below(tuple(sorted(paths)), "unit__path"))


def get_restriction(actor: Actor, pk: int) -> Restriction:
    """A restriction that the actor may see. Refuses: 404."""
    found = restrictions_for(actor).select_related("unit").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def get_restriction_to_change(actor: Actor, pk: int) -> Restriction:
    """A restriction that the actor may amend, end and tell of. Refuses: 404, and as `require_right`."""
    found = Restriction.objects.select_related("unit").filter(pk=pk).first()
    if found is None:
        raise Http404
    require_right(actor, RESTRICTIONS_CHANGE, found.unit)
    return found


def units_to_declare_for(actor: Actor) -> QuerySet[Unit]:
    """Units for which the actor may declare a restriction, the highest first."""
    return Unit.objects.filter(below(actor.paths(RESTRICTIONS_CHANGE), "path"), closed_on=None).order_by("path")


def own_paths(actor: Actor) -> tuple[str, ...]:
    """The units whose restrictions concern the actor now: those an officer reads, or a member's own."""
    if actor.in_office:
        return actor.paths(ACTIVITIES_READ)
    return (actor.unit_path,) if actor.unit_path else ()
