"""How many persons the year's rounds reached. Persons and person-times are different units and stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.collecting.models import Receipt
from tongxin.core.figures import Part, RecordRow, Records, Result, Scope, percent
from tongxin.org.access import inside
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import WELFARE_READ
from tongxin.welfare.access import rounds_for
from tongxin.welfare.models import Entitled, Round

COUNTED = (Round.State.HANDING, Round.State.CLOSED)
RECEIVED = Q(receipts__undone_at=None, receipts__way__in=[way for way in Receipt.Way if way != Receipt.Way.DONATED])


def recipients(scope: Scope) -> Result:
    """Persons of the scope's unit who received at least one pack of rounds that count for the years of the period, each once;
    how many times in all stands in the note. Two queries, records apart."""
    rows = _received(scope)
    found = rows.aggregate(persons=Count("person", distinct=True), times=Count("pk"))
    note = _("%(n)s人次") % {"n": found["times"]} if found["times"] else ""
    each = rows.filter(pk__in=rows.values("person").annotate(first=Min("pk")).values("first"))
    records = Records(found["persons"], lambda actor, first, last: _people(each, actor, first, last))
    return Result(found["persons"], records, _by_round(scope), note)


def coverage(scope: Scope) -> Result:
    """Of those entitled in the rounds handed out (or closed) that count for the years of the period: the share who received,
    person-times of person-times. None where nobody was entitled. Two queries, records apart."""
    lines = _by_round_counts(scope)
    due, got = sum(line[2] for line in lines), sum(line[3] for line in lines)
    parts = tuple(
        Part(
            str(pk),
            _("%(round)s %(share)s") % {"round": title, "share": percent(Fraction(got_, due_))},
            got_,
            _records_of(pk, scope, got_),
        )
        for pk, title, due_, got_ in lines
        if due_
    )
    note = _("%(got)s / %(due)s人次") % {"got": got, "due": due} if due else ""
    rows = _received(scope)
    records = Records(got, lambda actor, first, last: _people(rows, actor, first, last))
    return Result(Fraction(got, due) if due else None, records, parts, note)


def _entitled(scope: Scope) -> QuerySet[Entitled]:
    """Standing lines of people of the scope's unit, in rounds that count for its year, or were given within its days."""
    period = scope.period
    when = Q(round__year=period.year) if period.year else Q(round__gives_on__range=(period.start, period.end))
    return Entitled.objects.filter(
        Entitled.standing(), when, inside(scope.unit, "unit__path"), round__state__in=COUNTED
    ).order_by()


def _received(scope: Scope) -> QuerySet[Entitled]:
    there = Receipt.objects.filter(undone_at=None).exclude(way=Receipt.Way.DONATED)
    return _entitled(scope).filter(pk__in=there.values("entitled"))


def _by_round_counts(scope: Scope) -> list[tuple[int, str, int, int]]:
    """Round, its name, how many were entitled, how many received."""
    rows = (
        _entitled(scope)
        .values_list("round", "round__title")
        .annotate(due=Count("pk", distinct=True), got=Count("receipts", filter=RECEIVED))
    )
    return list(rows.order_by("round__gives_on", "round"))


def _by_round(scope: Scope) -> tuple[Part, ...]:
    return tuple(
        Part(str(pk), title, got, _records_of(pk, scope, got)) for pk, title, _due, got in _by_round_counts(scope)
    )


def _records_of(round: int, scope: Scope, count: int) -> Records:
    rows = _received(scope).filter(round=round)
    return Records(count, lambda actor, first, last: _people(rows, actor, first, last))


def _people(rows: QuerySet[Entitled], actor: Actor, first: int, last: int) -> Sequence[RecordRow]:
    """Persons with the round; the link where the reader may see it, the name where the reader hands out to that unit."""
    found: list[Any] = list(
        rows.select_related("person", "unit", "round__unit").order_by("person__name_key", "pk")[first:last]
    )
    open_ = set(rounds_for(actor).filter(pk__in={line.round_id for line in found}).values_list("pk", flat=True))
    return [_row(line, actor, line.round_id in open_) for line in found]


def _row(line: Entitled, actor: Actor, may: bool) -> RecordRow:
    named = actor.may(WELFARE_READ, line.unit or line.round.unit)
    return RecordRow(
        label=line.person.name if named else _("一位职工"), day=line.round.gives_on, detail=line.round.title,
        url=reverse("welfare:round", args=[line.round_id]) if may else "", seal="福", tone="jie",
    )  # fmt: skip
