"""Who could be asked to a meeting: a committee, the officers of the branches, everybody of a unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from tongxin.attendance.models import Expected
from tongxin.attendance.queries.listed import called, with_unit
from tongxin.org.models import Placement, Post, Unit
from tongxin.org.queries.placed import in_force, units_of
from tongxin.signups.models import Slot

COMMITTEE: Final = (Post.Kind.CHAIR, Post.Kind.VICE_CHAIR, Post.Kind.OFFICE, Post.Kind.COMMITTEE)
HEADS: Final = (Post.Kind.CHAIR, Post.Kind.VICE_CHAIR)

WHO: Final[dict[str, Any]] = {
    "committee": _("委员会：主席、副主席、委员"),
    "heads": _("各分工会主席、副主席"),
    "branches": _("各分工会的工会干部"),
    "everybody": _("单位里所有人"),
}


def people_meant(unit: Unit, who: str, day: date) -> list[int]:
    """The ids of those whom `who` (a key of `WHO`) means in the unit on that day, each once, in order. One query."""
    return list(dict.fromkeys(_FOUND[who](unit, day)))


def _committee(unit: Unit, day: date) -> QuerySet[Any]:
    its = Q(unit=unit) | Q(unit__parent=unit, unit__kind=Unit.Kind.COMMITTEE)
    return _posts(day).filter(its, kind__in=COMMITTEE).values_list("person", flat=True)


def _heads(unit: Unit, day: date) -> QuerySet[Any]:
    return _in_branches(unit, day).filter(kind__in=HEADS).values_list("person", flat=True)


def _branches(unit: Unit, day: date) -> QuerySet[Any]:
    return (
        _in_branches(unit, day).filter(kind__in=(*COMMITTEE, Post.Kind.GROUP_LEADER)).values_list("person", flat=True)
    )


def _everybody(unit: Unit, day: date) -> QuerySet[Any]:
    placed = Placement.objects.filter(in_force(day), unit__in=units_of(unit))
    return placed.order_by("unit__path", "person__name_key").values_list("person", flat=True)


def _in_branches(unit: Unit, day: date) -> QuerySet[Post]:
    return _posts(day).filter(unit__in=units_of(unit), unit__kind__in=(Unit.Kind.BRANCH, Unit.Kind.GROUP))


def _posts(day: date) -> QuerySet[Post]:
    return Post.objects.filter(in_force(day)).order_by("unit__order", "unit__name_key", "pk")


_FOUND: Final[dict[str, Callable[[Unit, date], QuerySet[Any]]]] = {
    "committee": _committee,
    "heads": _heads,
    "branches": _branches,
    "everybody": _everybody,
}


def expected_at(slot: Slot) -> list[tuple[int, int, str, str, str]]:
    """The list of who should come: id, number, name, unit, excuse. One query."""
    rows = with_unit(Expected.objects.filter(slot=slot))
    return list(rows.values_list("pk", "number", "person__name", called("now__unit"), "excuse"))
