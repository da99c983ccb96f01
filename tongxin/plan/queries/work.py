"""Work items: which concern a unit, and their figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tongxin.core.figures import RecordRow, Records, Result, Scope
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules import rights
from tongxin.plan.models import WorkItem
from tongxin.plan.queries.planned import within, years_of

SEAL = "事"


def work_of(unit: Unit) -> QuerySet[WorkItem]:
    """The work items that the unit, or one below it, owns or answers for."""
    mine = Q(unit__path__startswith=unit.path) | Q(responsible_unit__path__startswith=unit.path)
    return WorkItem.objects.filter(mine).select_related("unit", "responsible_unit", "owner", "carried_from")


def count_work(*states: str) -> Callable[[Scope], Result]:
    """A figure that counts the work items of a period, all or those in `states`."""

    def compute(scope: Scope) -> Result:
        rows = work_of(scope.unit).filter(within(scope, "due_on"), year__in=years_of(scope))
        rows = rows.filter(state__in=states) if states else rows
        count = rows.count()
        return Result(count, Records(count, lambda actor, first, last: _listed(rows, actor, first, last)))

    return compute


def _listed(rows: QuerySet[WorkItem], actor: Actor, first: int, last: int) -> Sequence[RecordRow]:
    return [_row(item, actor) for item in rows.order_by("due_on", "pk")[first:last]]


def _row(item: WorkItem, actor: Actor) -> RecordRow:
    units: list[Any] = [unit for unit in (item.unit, item.responsible_unit) if unit]
    if not any(actor.may(rights.ACTIVITIES_READ, unit) for unit in units):
        return RecordRow(_("一项你看不到的工作"), item.due_on, seal=SEAL)
    return RecordRow(item.title, item.due_on, str(item.get_state_display()), _url(item), SEAL)


def _url(item: WorkItem) -> str:
    try:
        return reverse("plan:item", args=[item.pk])
    except NoReverseMatch:
        return ""
