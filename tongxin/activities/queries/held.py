"""Figures of what was held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.activities.models import Activity, Category, Group, Organiser
from tongxin.activities.queries.scope import held_counted, in_period, records_of
from tongxin.core.figures import Part, Result, Scope
from tongxin.org.models import Unit

Rows = QuerySet[Activity]


def held_in_all(scope: Scope) -> Result:
    """How many counted activities were held."""
    return counted(held_counted(scope))


def by_category(scope: Scope) -> Result:
    """Held activities by category; a category in use without any shows as 0."""
    rows = held_counted(scope)
    counts = tally(rows, "category")
    shown = [each for each in Category.objects.filter(counted=True) if each.in_use or each.pk in counts]
    return whole(rows, (part(rows, each, Q(category=each), counts.get(each.pk, 0)) for each in shown))


def by_group(scope: Scope) -> Result:
    """Held activities by group of the year's framework; the ones without a group come last."""
    rows = held_counted(scope)
    counts = tally(rows, "group")
    shown = [each for each in Group.objects.all() if each.in_use or each.pk in counts]
    parts = [part(rows, each, Q(group=each), counts.get(each.pk, 0)) for each in shown]
    if none := counts.get(None, 0):
        parts.append(Part("none", _("没有分组"), none, records_of(rows.filter(group=None), none)))
    return whole(rows, parts)


def by_mode(scope: Scope) -> Result:
    """Held activities by form: on site, online, both."""
    rows = held_counted(scope)
    counts = tally(rows, "mode")
    found = ((mode, counts.get(mode.value, 0)) for mode in Activity.Mode)
    parts = (Part(mode.value, str(mode.label), n, records_of(rows.filter(mode=mode), n)) for mode, n in found)
    return whole(rows, parts)


def by_unit(scope: Scope) -> Result:
    """Held activities by the units that led them, in the order of the tree; a joint one counts once for each."""
    rows = held_counted(scope)
    # Whatever a unit of the scope leads counts for the scope, so the activities need not be looked up again.
    led = Organiser.objects.filter(
        in_period(scope.period, "held_on", "activity__"), counts=True, unit__path__startswith=scope.unit.path,
        activity__state=Activity.State.DONE, activity__category__counted=True,
    )  # fmt: skip
    counts = dict(led.order_by().values_list("unit").annotate(n=Count("pk")))
    units = ((unit, counts[unit.pk]) for unit in Unit.objects.filter(pk__in=counts).order_by("path"))
    parts = (Part(unit.code, unit.called, n, records_of(rows.filter(led_by(unit)), n)) for unit, n in units)
    return whole(rows, parts, _("合办的活动给每个单位各计一次，所以各单位之和可以大于总数。"))


def by_half(scope: Scope) -> Result:
    """Held activities by the half of the year they were held in."""
    return halves(held_counted(scope), scope)


def participants(scope: Scope) -> Result:
    """People of each activity, each once in it, added over the activities."""
    return _heads(scope, "persons", lambda activity: _("%(n)s人") % {"n": activity.persons})


def participations(scope: Scope) -> Result:
    """Attendances over all activities."""
    return _heads(scope, "person_times", lambda activity: _("%(n)s人次") % {"n": activity.person_times})


def halves(rows: Rows, scope: Scope) -> Result:
    """Two parts: held before 1 July of the period's year, and from then on."""
    turn = scope.period.halves()[1].start
    total = rows.aggregate(all=Count("pk"), late=Count("pk", filter=Q(held_on__gte=turn)))
    early, late = total["all"] - total["late"], total["late"]
    parts = (
        Part("first", _("上半年"), early, records_of(rows.filter(held_on__lt=turn), early)),
        Part("second", _("下半年"), late, records_of(rows.filter(held_on__gte=turn), late)),
    )
    return Result(total["all"], records_of(rows, total["all"]), parts)


def counted(rows: Rows) -> Result:
    """How many."""
    count = rows.count()
    return Result(count, records_of(rows, count))


def tally(rows: Rows, field: str) -> dict[Any, int]:
    """How many for each value of `field`, in one query."""
    return dict(rows.order_by().values_list(field).annotate(n=Count("pk")))


def part(rows: Rows, named: Category | Group, condition: Q, count: int) -> Part:
    """The line of a category or group."""
    records = records_of(rows.filter(condition), count)
    return Part(named.code, named.label, count, records, getattr(named, "seal", ""), getattr(named, "tone", ""))


def whole(rows: Rows, parts: Iterable[Part], note: str = "") -> Result:
    """A breakdown with the number of all, each once."""
    count = rows.count()
    return Result(count, records_of(rows, count), tuple(parts), note)


def led_by(unit: Unit) -> Q:
    """A condition: the unit leads the activity."""
    return Q(Exists(Organiser.objects.filter(activity=OuterRef("pk"), counts=True, unit=unit)))


def _heads(scope: Scope, field: str, detail: Any) -> Result:
    rows = held_counted(scope)
    found = rows.aggregate(total=Sum(field), told=Count(field), all=Count("pk"))
    missing = found["all"] - found["told"]
    words = ngettext("有%(n)s项没有记数，没有算进来。", "有%(n)s项没有记数，没有算进来。", missing) % {"n": missing}
    records = records_of(rows.filter(**{f"{field}__isnull": False}), found["told"], detail)
    return Result(found["total"] or 0, records, note=words if missing else "")
