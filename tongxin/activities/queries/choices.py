"""What forms offer: units, categories, activities to merge into."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity, Category, Group
from tongxin.core.numbers import whole
from tongxin.org.access import below, union_path, units_for
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN

State = Activity.State


def units_to_own(actor: Actor) -> QuerySet[Unit]:
    """Units for which the actor may add activities, the highest first."""
    return Unit.objects.filter(below(actor.paths(ACTIVITIES_RUN), "path"), closed_on=None).order_by("path")


def own_unit(actor: Actor) -> Unit | None:
    """The unit an actor's new activity belongs to unless told otherwise: that of the post."""
    return units_to_own(actor).first()


def units_to_organise(actor: Actor) -> QuerySet[Unit]:
    """Units that may be named as organisers: all living ones of the union."""
    units = units_for(actor).filter(closed_on=None)
    if actor.union_id:
        units = units.filter(path__startswith=union_path(actor.union_id))
    return units.order_by("path")


def categories(current: Category | None = None) -> QuerySet[Category]:
    """Categories in use, and the one that is held already."""
    return Category.objects.filter(Q(in_use=True) | Q(pk=current.pk if current else None))


def groups(current: Group | None = None) -> QuerySet[Group]:
    """Groups in use, and the one that is held already."""
    return Group.objects.filter(Q(in_use=True) | Q(pk=current.pk if current else None))


def to_merge_into(actor: Actor, activity: Activity) -> QuerySet[Activity]:
    """Living activities of the same year that this one may become part of."""
    ended = (State.IDEA, State.CANCELLED, State.MERGED)
    rows = activities_for(actor).exclude(pk=activity.pk).exclude(state__in=ended).filter(year=activity.year)
    return rows.order_by("starts_on", "id")


def year_of(value: str, today: date) -> int:
    """The year in an address, this year where it says none."""
    return asked_year(value) or today.year


def asked_year(value: str) -> int | None:
    """The year in an address; None where it says none that can be."""
    year = whole(value) or 0
    return year if 1990 <= year <= 2100 else None
