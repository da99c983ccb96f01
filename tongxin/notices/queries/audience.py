"""Whom an announcement may go to."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Placement, Unit
from tongxin.org.queries.placed import in_force, members_on, units_of
from tongxin.org.rules.rights import NOTICES_SEND
from tongxin.ui.words import comma

GROUPS: Final[dict[str, Promise]] = {"members": _("会员"), "staff": _("全体教职工")}


def units_to_tell(actor: Actor) -> QuerySet[Unit]:
    """Units that the actor may announce something to, the highest first."""
    return Unit.objects.filter(below(actor.paths(NOTICES_SEND), "path"), closed_on=None).order_by("path")


def people_of(unit: Unit, to: str, today: date) -> list[int]:
    """The ids of the members, or of all staff, in and below the unit today."""
    if to == "members":
        return sorted(set(members_on(unit, today).values_list("person_id", flat=True)))
    placed = Placement.objects.filter(in_force(today), unit__in=units_of(unit), person__left_on=None).order_by()
    return sorted(set(placed.values_list("person_id", flat=True)))


def called(unit: Unit, to: str) -> str:
    """`图书馆，会员`."""
    return comma(unit.called, GROUPS[to])
