"""Which activities a figure counts: by unit, by year or days, and how their records are listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity, Organiser
from tongxin.core.figures import RecordRow, Records, Scope
from tongxin.core.periods import Period

Detail = Callable[[Activity], str]


def of_unit(unit: Any) -> QuerySet[Activity]:
    """Activities that count for a unit: owned in or below it, or led by an organiser in or below it; each once."""
    led = Organiser.objects.filter(activity=OuterRef("pk"), counts=True, unit__path__startswith=unit.path)
    return Activity.objects.filter(Q(unit__path__startswith=unit.path) | Q(Exists(led)))


def held(scope: Scope) -> QuerySet[Activity]:
    """Done activities: those counted for the year, or held within the days where the period is no whole year."""
    return of_unit(scope.unit).filter(in_period(scope.period, "held_on"), state=Activity.State.DONE)


def held_counted(scope: Scope) -> QuerySet[Activity]:
    """Held activities of the counted categories."""
    return held(scope).filter(category__counted=True)


def in_period(period: Period, field: str, through: str = "") -> Q:
    """The counting year of a whole year, the day in `field` of any other period; `through` leads to the activity."""
    if period.year is not None:
        return Q(**{f"{through}year": period.year})
    return Q(**{f"{through}{field}__range": (period.start, period.end)})


def records_of(rows: QuerySet[Activity], count: int, detail: Detail | None = None) -> Records:
    """The records behind a value, listed only when somebody opens them."""

    def listed(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        wanted = list(rows.select_related("category").order_by("held_on", "starts_on", "id")[first:last])
        ids = [activity.pk for activity in wanted]
        seen = set(activities_for(actor).filter(pk__in=ids).values_list("pk", flat=True))
        return [_row(activity, activity.pk in seen, detail) for activity in wanted]

    return Records(count, listed)


def _row(activity: Activity, seen: bool, detail: Detail | None) -> RecordRow:
    category = activity.category
    if not seen:
        return RecordRow(_("一项你看不到的活动"), activity.day, seal=category.seal, tone=category.tone)
    words = detail(activity) if detail else activity.place
    return RecordRow(activity.title, activity.day, words, _url(activity), category.seal, category.tone)


def _url(activity: Activity) -> str:
    try:
        return reverse("activities:activity", args=[activity.pk])
    except NoReverseMatch:
        return ""
