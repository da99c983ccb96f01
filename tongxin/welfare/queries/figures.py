"""Rounds given out in a period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from tongxin.core.figures import RecordRow, Records, Result, Scope
from tongxin.org.access import inside
from tongxin.welfare.access import rounds_for
from tongxin.welfare.models import Round

GIVEN_OUT = (Round.State.HANDING, Round.State.CLOSED)


def given_out(scope: Scope) -> QuerySet[Round]:
    """The rounds of the unit and below that have been given out: those that count for the year, or whose day lies in the period."""
    period = scope.period
    when = Q(year=period.year) if period.year else Q(gives_on__range=(period.start, period.end))
    rows = Round.objects.filter(inside(scope.unit, "unit__path"), when, state__in=GIVEN_OUT)
    return rows.select_related("unit").order_by("gives_on", "pk")


def rounds(scope: Scope) -> Result:
    """How many. One query."""
    rows = given_out(scope)
    count = rows.count()
    return Result(count, Records(count, lambda actor, first, last: _rows(actor, rows, first, last)))


def _rows(actor: Any, rows: QuerySet[Round], first: int, last: int) -> Sequence[RecordRow]:
    shown = list(rows[first:last])
    seen = set(rounds_for(actor).filter(pk__in=[each.pk for each in shown]).values_list("pk", flat=True))
    return [
        RecordRow(each.title, each.gives_on, each.unit.called, reverse("welfare:round", args=[each.pk]), "福", "huai")
        if each.pk in seen
        else RecordRow("", each.gives_on)
        for each in shown
    ]
