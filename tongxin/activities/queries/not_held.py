"""Figures of what was planned for a year and not held in it, and why."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity, Change
from tongxin.activities.queries.held import counted
from tongxin.activities.queries.scope import of_unit, records_of
from tongxin.core.figures import Part, Result, Scope

State, Kind = Activity.State, Change.Kind
MERGED, OPEN = "merged", "open"
# Going online keeps the day: it is no reason for not holding an activity.
TURNS: Final = (Kind.MOVED, Kind.POSTPONED, Kind.CANCELLED, Kind.REINSTATED)


def postponed(scope: Scope) -> Result:
    """Put off and still to be held, or put off past the end of the year."""
    put_off = Change.objects.filter(activity=OuterRef("pk"), kind=Kind.POSTPONED, year_before=_year(scope))
    here = Q(year=_year(scope), state=State.POSTPONED) | Q(year__gt=_year(scope))
    return counted(_planned(scope).filter(Q(Exists(put_off)), here))


def cancelled(scope: Scope) -> Result:
    """Called off."""
    return counted(_planned(scope).filter(year=_year(scope), state=State.CANCELLED))


def by_reason(scope: Scope) -> Result:
    """What was planned for the year and not held, by the reason of its last turn; merged ones are a part of their own,
    and so are those that nothing has been said of."""
    rows = not_held(scope)
    counts = dict(rows.order_by().values_list("why").annotate(n=Count("pk")))
    parts = tuple(
        Part(key, label, counts[key], records_of(rows.filter(why=key), counts[key], _said))
        for key, label in _labels().items()
        if key in counts
    )
    total = sum(counts.values())
    return Result(total, records_of(rows, total, _said), parts)


def not_held(scope: Scope) -> QuerySet[Any]:
    """Planned for the year and not held in it, each with `why`, the code of its reason."""
    turns = Change.objects.filter(activity=OuterRef("pk"), year_before=_year(scope))
    reason = Case(When(kind=Kind.REINSTATED, then=Value(OPEN)), default=F("reason"), output_field=CharField())
    last = turns.filter(kind__in=TURNS).order_by("-at", "-id").annotate(said=reason).values("said")[:1]
    said = Coalesce(Subquery(last, output_field=CharField()), Value(OPEN))
    why = Case(When(state=State.MERGED, then=Value(MERGED)), default=said, output_field=CharField())
    here = Q(year=_year(scope)) & ~Q(state__in=(State.IDEA, State.DONE))
    left = Q(year__gt=_year(scope)) & Q(Exists(turns.filter(year_after__gt=_year(scope))))
    return _planned(scope).filter(here | left).annotate(why=why)


def _planned(scope: Scope) -> QuerySet[Activity]:
    """Counted activities; of a period that is no whole year those first planned for its days."""
    rows = of_unit(scope.unit).filter(category__counted=True)
    if scope.period.year is None:
        rows = rows.filter(planned_on__range=(scope.period.start, scope.period.end))
    return rows


def _year(scope: Scope) -> int:
    return scope.period.year or scope.period.start.year


def _labels() -> dict[str, str]:
    reasons = {reason.value: str(reason.label) for reason in Change.Reason}
    return {**reasons, MERGED: _("合并"), OPEN: _("还没有开展，没写原因")}


def _said(activity: Activity) -> str:
    return str(activity.get_state_display())
