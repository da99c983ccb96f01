"""Reaching a unit's year: fetch and authorise in one breath. A stranger gets 404."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.org.access import needs_office, require_right, union_path, units_for
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.queries.units import main_union, union_of
from tongxin.org.rules import rights
from tongxin.plan.models import AnnualPlan, CalendarDay, WorkItem, WorkStep

__all__ = [
    "Powers",
    "get_approved_plan",
    "get_calendar_day",
    "get_step",
    "get_unit_of_year",
    "get_unit_to_review",
    "get_work_item",
    "may_change_item",
    "may_review",
    "powers",
    "reads_desk",
    "require_calendar",
    "require_item",
    "require_review",
    "require_right",
]


def reads_desk(actor: Actor, unit: Unit) -> bool:
    """Whether the actor sees the unit's year as an officer; all others of the union see it as members do."""
    return actor.may(rights.ACTIVITIES_READ, unit)


@dataclass(frozen=True)
class Powers:
    """What the actor may do with a unit's plan now."""

    change: bool
    approve: bool
    review: bool
    run: bool
    calendar: bool


def powers(actor: Actor, unit: Unit) -> Powers:
    """Which acts the pages of a unit's year offer."""
    return Powers(
        change=actor.may(rights.PLAN_CHANGE, unit),
        approve=actor.may(rights.PLAN_APPROVE, unit),
        review=may_review(actor, unit),
        run=actor.may(rights.ACTIVITIES_RUN, unit),
        calendar=actor.may(rights.PLAN_CHANGE, unit) and unit.kind in (Unit.Kind.UNION, Unit.Kind.FEDERATION),
    )


REVIEW: Final = (rights.ACTIVITIES_RUN, rights.AUDIT_READ)


def may_review(actor: Actor, unit: Unit) -> bool:
    """Whether the actor may review the unit's plan now: its committee, its office, its chair, its audit committee."""
    return any(actor.may(right, unit) for right in REVIEW)


def require_review(actor: Actor, unit: Unit) -> None:
    """Refuses unless `may_review`; refusals as `require_right`."""
    if may_review(actor, unit):
        return
    if any(actor.could(right, unit) for right in REVIEW):
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def get_unit_to_review(actor: Actor, wanted: str | None) -> Unit:
    """The unit whose plan is to be reviewed. Refuses as `require_right`."""
    unit = get_unit_of_year(actor, wanted)
    require_review(actor, unit)
    return unit


def get_unit_of_year(actor: Actor, wanted: str | None, *, right: str | None = None) -> Unit:
    """The unit whose year is asked for; the actor's own place where none is named.

    Without `right` anybody may look at the year of the own union's units; otherwise refuses as `require_right`.
    """
    units = units_for(actor).select_related("parent")
    if wanted:
        number = whole(wanted)
        unit = units.filter(pk=number).first() if number is not None else None
    else:
        unit = units.filter(path=_own_path(actor, right)).first() or units.first()
    if unit is None:
        raise Http404
    if right is not None:
        require_right(actor, right, unit)
    return unit


def _own_path(actor: Actor, right: str | None) -> str:
    """The widest unit the actor has the right for: to look, what is in force counts, so that the member's hat sees the
    union; where a right is needed, what the office hat would give counts too, so that the refusal names the hat."""
    if right is None:
        paths = actor.paths(rights.ACTIVITIES_READ)
    else:
        paths = tuple({grant.path for grant in actor.grants if grant.right == right})
    if paths:
        return min(paths, key=lambda path: (len(path), path))
    return union_path(actor.union_id) if actor.union_id else ""


def get_approved_plan(unit: Unit, year: int) -> AnnualPlan:
    """The approved plan of a unit that was fetched here. 404 where nothing is approved."""
    plan = AnnualPlan.objects.filter(unit=unit, year=year, state=AnnualPlan.State.APPROVED).first()
    if plan is None:
        raise Http404
    return plan


def may_change_item(actor: Actor, item: WorkItem) -> bool:
    """Whether the actor may report on the item: with plan.change for its unit or for the unit responsible for it."""
    units = (item.unit, item.responsible_unit)
    return any(unit is not None and actor.may(rights.PLAN_CHANGE, unit) for unit in units)


def require_item(actor: Actor, item: WorkItem) -> None:
    """Refuses unless `may_change_item`; refusals as `require_right`."""
    if may_change_item(actor, item):
        return
    units = (item.unit, item.responsible_unit)
    if any(unit is not None and actor.could(rights.PLAN_CHANGE, unit) for unit in units):
        raise needs_office()
    raise Refused("access.no_right", _("没有这一页，或者你不能看它。"), status=404)


def get_work_item(actor: Actor, pk: int, *, change: bool = False) -> WorkItem:
    """A work item of a unit that the actor may see, or may report on. Refuses as `require_right`."""
    items = WorkItem.objects.select_related("unit", "responsible_unit", "owner", "carried_from", "carried_into")
    item = items.filter(pk=pk).first()
    if item is None:
        raise Http404
    if change:
        require_item(actor, item)
    elif not actor.may(rights.ACTIVITIES_READ, item.unit) and not may_change_item(actor, item):
        if actor.could(rights.ACTIVITIES_READ, item.unit):
            raise needs_office()
        require_item(actor, item)
    return item


def get_step(actor: Actor, pk: int) -> WorkStep:
    """A step of a work item that the actor may report on. Refuses as `require_right`."""
    step = WorkStep.objects.select_related("item__unit", "item__responsible_unit").filter(pk=pk).first()
    if step is None:
        raise Http404
    require_item(actor, step.item)
    return step


def require_calendar(actor: Actor) -> Unit:
    """The union for which the actor keeps the calendar by hand: the days are the same for the whole installation,
    so that a branch's rights do not reach. Refuses as `require_right`."""
    union = Unit.objects.get(pk=actor.union_id) if actor.union_id else union_of(main_union())
    require_right(actor, rights.PLAN_CHANGE, union)
    return union


def get_calendar_day(actor: Actor, pk: int) -> CalendarDay:
    """A hand-entered day, for who keeps the calendar."""
    require_calendar(actor)
    day = CalendarDay.objects.filter(pk=pk).first()
    if day is None:
        raise Http404
    return day
