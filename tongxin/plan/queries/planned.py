"""Figures of the plan: what was planned, how much of it was held, what came on top."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity, Category
from tongxin.activities.queries.scope import of_unit, records_of
from tongxin.core.figures import NO_RECORDS, Part, Result, Scope
from tongxin.plan.queries.baseline import Baseline, baseline_of

State = Activity.State
NOT_ADDED: Final = (State.IDEA, State.CANCELLED, State.MERGED)


def planned(scope: Scope) -> Result:
    """How many activities the approved plan counts."""
    baseline = _baseline(scope)
    rows = _planned(scope, baseline)
    count = rows.count()
    return Result(count, records_of(rows, count), note=_note(baseline))


def completion(scope: Scope) -> Result:
    """Which share of the planned was held for its year, exactly; None where nothing was planned."""
    baseline = _baseline(scope)
    rows = _planned(scope, baseline)
    held = Q(state=State.DONE, year__lte=years_of(scope)[-1])
    found = rows.aggregate(all=Count("pk"), held=Count("pk", filter=held))
    value = Fraction(found["held"], found["all"]) if found["all"] else None
    return Result(value, records_of(rows.filter(held), found["held"]), note=_note(baseline))


def added(scope: Scope) -> Result:
    """How many activities of the year were held or are planned that the approved plan does not have."""
    baseline = _baseline(scope)
    if not baseline.approved:
        return Result(0, NO_RECORDS, note=_("这一年的计划还没审定，说不上增加。"))
    later = of_unit(scope.unit).filter(year__in=years_of(scope), category__counted=True)
    rows = baseline.missing(later.exclude(state__in=NOT_ADDED)).filter(within(scope, "starts_on"))
    count = rows.count()
    return Result(count, records_of(rows, count))


def by_category(scope: Scope) -> Result:
    """The planned activities by category; a category in use without any shows as 0."""
    baseline = _baseline(scope)
    rows = _planned(scope, baseline)
    counts = dict(rows.order_by().values_list("category").annotate(n=Count("pk")))
    shown = [each for each in Category.objects.filter(counted=True) if each.in_use or each.pk in counts]
    total = sum(counts.values())
    parts = tuple(_part(rows, each, counts.get(each.pk, 0)) for each in shown)
    return Result(total, records_of(rows, total), parts, _note(baseline))


def years_of(scope: Scope) -> range:
    """The years that a period touches."""
    if scope.period.year is not None:
        return range(scope.period.year, scope.period.year + 1)
    return range(scope.period.start.year, scope.period.end.year + 1)


def within(scope: Scope, field: str) -> Q:
    """A whole year takes all that counts for it; any other period only what has its day in it."""
    if scope.period.year is not None:
        return Q()
    return Q(**{f"{field}__range": (scope.period.start, scope.period.end)})


def _baseline(scope: Scope) -> Baseline:
    return baseline_of(scope.unit, years_of(scope))


def _planned(scope: Scope, baseline: Baseline) -> QuerySet[Activity]:
    """The planned activities that count; while nothing is approved, all of the year that are no ideas."""
    if not baseline.approved:
        waiting = of_unit(scope.unit).filter(year__in=years_of(scope), category__counted=True)
        return waiting.exclude(state=State.IDEA).filter(within(scope, "planned_on"))
    lines = baseline.items().filter(within(scope, "planned_on"), counted=True).exclude(activity=None)
    return Activity.objects.filter(pk__in=lines.values("activity"))


def _note(baseline: Baseline) -> str:
    return "" if baseline.approved else _("这一年的计划还没审定，按已列入计划的活动计算。")


def _part(rows: QuerySet[Activity], category: Category, count: int) -> Part:
    records = records_of(rows.filter(category=category), count)
    return Part(category.code, category.label, count, records, category.seal, category.tone)
