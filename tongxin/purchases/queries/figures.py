"""Assistance purchasing in figures; money in fen, each line once however many scopes it counts in."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.collecting.queries.receipts import standing
from tongxin.core.figures import NO_RECORDS, Part, RecordRow, Records, Result, Scope
from tongxin.core.periods import Period
from tongxin.org.access import inside
from tongxin.purchases.access import purchases_for
from tongxin.purchases.models import Purchase, Task
from tongxin.purchases.queries.ledger import in_any_scope, sum_of, through
from tongxin.purchases.queries.parts import Share, by_origin, by_payer, by_scope
from tongxin.ui.words import comma, yuan
from tongxin.welfare.models import Round


def spent(scope: Scope) -> Result:
    """Fen of all lines that count in any scope; the parts are the scopes, each for itself."""
    rows = _helping(scope)
    found = by_scope(_all(scope))
    parts = tuple(
        Part(share.key, share.label, share.fen, _records(rows.filter(_in_scope(share.key)), share.lines)) for share in found.parts
    )  # fmt: skip
    note = _("有%(sum)s计入不止一个口径，这里只算一次。") % {"sum": yuan(found.twice)} if found.twice else ""
    return Result(found.once, _records(rows), parts, note)


def spent_by_origin(scope: Scope) -> Result:
    """The same by the county that it came from."""
    rows = _helping(scope)
    shares = by_origin(rows)
    parts = tuple(
        Part(each.key or "none", each.label, each.fen, _records(rows.filter(county=each.key), each.lines))
        for each in shares
    )
    return Result(sum(each.fen for each in shares), _records(rows), parts)


def spent_by_payer(scope: Scope) -> Result:
    """The same by who paid."""
    rows = _helping(scope)
    shares = by_payer(rows)
    parts = tuple(
        Part(each.key, each.label, each.fen, _records(rows.filter(payer=each.key), each.lines)) for each in shares
    )
    return Result(sum(each.fen for each in shares), _records(rows), parts)


def share(scope: Scope) -> Result:
    """How much of all that was bought was assistance purchasing; None where nothing was bought."""
    whole, helping = sum_of(_all(scope)), _helping(scope)
    return Result(Fraction(sum_of(helping), whole) if whole else None, _records(helping))


def task_completion(scope: Scope) -> Result:
    """What was spent against the year's task; None where there is none, or the period is no whole year.

    Where no task was set for the whole, each scope with a task is held against its own: what goes beyond one task does not
    make up for another. The parts are the scopes, each as it stands.
    """
    year = scope.period.year
    if year is None:
        return Result(None, NO_RECORDS, note=str(_("任务按年定，只看整年。")))
    tasks = list(Task.objects.filter(unit=scope.unit, year=year, target_fen__gt=0).select_related("scope"))
    whole = next((task for task in tasks if task.scope_id is None), None)
    if whole is None:
        return _by_tasks(scope, tasks)
    rows = _helping(scope)
    return Result(Fraction(sum_of(rows), whole.target_fen), _records(rows))


def per_head(scope: Scope) -> Result:
    """What the year's rounds cost for each pack that was given out: a mean in fen, exact; the parts are the rounds. None where
    nothing was bought or given. Two queries, records apart."""
    rows = _all(scope).filter(round__state__in=(Round.State.HANDING, Round.State.CLOSED))
    spent_on = {
        pk: (title, fen, lines)
        for pk, title, fen, lines in rows.order_by("round")
        .values_list("round", "round__title")
        .annotate(fen=Sum("fen"), lines=Count("pk"))
    }
    given = dict(
        standing()
        .filter(entitled__round__in=spent_on)
        .order_by()
        .values_list("entitled__round")
        .annotate(n=Count("pk"))
    )
    there = {pk: each for pk, each in spent_on.items() if given.get(pk)}
    parts = tuple(
        Part(str(pk), title, Fraction(fen, given[pk]), _records(rows.filter(round=pk), lines))
        for pk, (title, fen, lines) in there.items()
    )
    heads = sum(given[pk] for pk in there)
    if not heads:
        return Result(None, NO_RECORDS)
    whole = sum(fen for _title, fen, _lines in there.values())
    note = _("%(sum)s，%(n)s人次") % {"sum": yuan(whole), "n": heads}
    return Result(Fraction(whole, heads), _records(rows.filter(round__in=there)), parts, note)


def _by_tasks(scope: Scope, tasks: list[Task]) -> Result:
    """Σ min(spent, target) ÷ Σ target over scopes that have a task."""
    if not tasks:
        return Result(None, NO_RECORDS)
    shares = {share.key: share for share in by_scope(_all(scope)).parts}
    had = {task: shares.get(str(task.scope_id)) or Share("", "", 0, 0) for task in tasks}
    parts = tuple(
        Part(
            str(task.scope_id), str(task.scope), Fraction(share.fen, task.target_fen),
            _records(_in_scopes(scope, [task]), share.lines),
        )
        for task, share in had.items()
    )  # fmt: skip
    done = sum(min(share.fen, task.target_fen) for task, share in had.items())
    return Result(Fraction(done, sum(task.target_fen for task in tasks)), _records(_in_scopes(scope, tasks)), parts)


def _in_scopes(scope: Scope, tasks: list[Task]) -> QuerySet[Purchase]:
    chosen = through().filter(scope__in=[task.scope_id for task in tasks])
    return _all(scope).filter(pk__in=chosen.values("purchase"))


def _all(scope: Scope) -> QuerySet[Purchase]:
    return Purchase.objects.filter(inside(scope.unit, "unit__path"), _in(scope.period))


def _helping(scope: Scope) -> QuerySet[Purchase]:
    return _all(scope).filter(in_any_scope())


def _in(period: Period) -> Q:
    return Q(year=period.year) if period.year is not None else Q(on__range=(period.start, period.end))


def _in_scope(key: str) -> Q:
    return Q(pk__in=through().filter(scope=int(key)).values("purchase"))


def _records(rows: QuerySet[Purchase], count: int | None = None) -> Records:
    def listed(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        wanted = list(rows.select_related("supplier").order_by("on", "pk")[first:last])
        seen = set(purchases_for(actor).filter(pk__in=[row.pk for row in wanted]).values_list("pk", flat=True))
        return [_row(row, row.pk in seen) for row in wanted]

    return Records(rows.count() if count is None else count, listed)


def _row(line: Purchase, seen: bool) -> RecordRow:
    if not seen:
        return RecordRow(_("一笔你看不到的采购"), line.on)
    return RecordRow(
        line.what, line.on, comma(line.supplier, yuan(line.fen)), reverse("purchases:line", args=[line.pk])
    )
