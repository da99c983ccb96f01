"""What forms may offer."""

from __future__ import annotations

from django.db.models import QuerySet

from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Unit

KINDS = (Unit.Kind.BRANCH, Unit.Kind.GROUP, Unit.Kind.DEPARTMENT, Unit.Kind.CLUB, Unit.Kind.COMMITTEE)


def own_units(actor: Actor, right: str) -> QuerySet[Unit]:
    """Units in whose name the actor may act, the highest first."""
    return Unit.objects.filter(below(actor.paths(right), "path"), closed_on=None).order_by("path")


def units_below(actor: Actor, right: str) -> QuerySet[Unit]:
    """Units that can be given a task or be asked, in the order of the tree."""
    rows = Unit.objects.filter(below(actor.paths(right), "path"), closed_on=None, kind__in=KINDS)
    return rows.order_by("order", "path")
