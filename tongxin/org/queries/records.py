"""Records behind figures: people and units, as far as the reader may see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.figures import RecordRow, Records
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit
from tongxin.org.rules.rights import PEOPLE_READ


def people_records(count: int, people: Callable[[], QuerySet[Person]], day: date) -> Records:
    """People as records, by name, with the unit of that day; whom the reader may not see is a line without a name.

    `people` is asked when somebody opens the records, not before.
    """

    def rows(actor: Actor, first: int, last: int) -> Sequence[RecordRow]:
        there = Q(placements__since__lte=day) & (Q(placements__until=None) | Q(placements__until__gt=day))
        listed = people().annotate(there=FilteredRelation("placements", condition=there)).order_by("name_key", "pk")
        wanted = listed.values_list("pk", "name", "there__unit__name", "there__unit__path", F("union__path"))
        return [
            _person(pk, name, unit or "") if actor.may(PEOPLE_READ, path or union) else RecordRow(_("一位教职工"))
            for pk, name, unit, path, union in wanted[first:last]
        ]

    return Records(count, rows)


def unit_records(count: int, units: QuerySet[Unit]) -> Records:
    """Units as records, in the order of the tree's neighbours."""

    def rows(actor: Actor, first: int, last: int) -> Sequence[RecordRow]:
        return [
            RecordRow(unit.name, unit.founded_on, str(unit.get_kind_display()), reverse("org:unit", args=[unit.pk]))
            for unit in units[first:last]
        ]

    return Records(count, rows)


def _person(pk: int, name: str, unit: str) -> RecordRow:
    return RecordRow(name, None, unit, reverse("org:person", args=[pk]))
