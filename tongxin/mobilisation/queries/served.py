"""What volunteers served: the rows that count, and the figures of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.figures import RecordRow, Records, Result, Scope
from tongxin.core.periods import Period
from tongxin.mobilisation.access import calls_for, tasks_for
from tongxin.mobilisation.models import Call, Handed, Service
from tongxin.mobilisation.words import hours
from tongxin.org.rules.rights import PEOPLE_READ
from tongxin.ui.words import comma


def valid() -> QuerySet[Service]:
    """The row of each person and shift that no correction replaced, where the person came."""
    return Service.objects.filter(replaced_by=None, minutes__gt=0)


def in_scope(scope: Scope) -> QuerySet[Service]:
    """Served in calls of the unit or below it, in shifts that began within the period."""
    rows = valid().filter(shift__duty__call__unit__path__startswith=scope.unit.path)
    return rows.filter(shift__starts_at__range=_moments(scope.period)).order_by()


def volunteers(scope: Scope) -> Result:
    """People who served at all, each once."""
    rows = in_scope(scope)
    people = rows.values("person").distinct().count()
    return Result(people, Records(people, _people_of(rows)))


def hours_served(scope: Scope) -> Result:
    """Whole hours of all of them together; the rest of an hour is told in the note."""
    rows = in_scope(scope)
    found = rows.aggregate(minutes=Sum("minutes"), rows=Count("pk"))
    whole, rest = divmod(found["minutes"] or 0, 60)
    note = _("合计零头%(n)s分钟不满1小时，没有算进来。") % {"n": rest} if rest else ""
    return Result(whole, Records(found["rows"], _shifts_of(rows)), note=note)


def calls(scope: Scope) -> Result:
    """Published calls that had a day in the period."""
    rows = Call.objects.filter(unit__path__startswith=scope.unit.path, published_at__isnull=False)
    rows = rows.filter(starts_on__lte=scope.period.end, ends_on__gte=scope.period.start)
    count = rows.count()

    def listed(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        wanted = list(rows.order_by("starts_on", "id")[first:last])
        seen = set(calls_for(actor).filter(pk__in=[call.pk for call in wanted]).values_list("pk", flat=True))
        return [
            RecordRow(call.title, call.starts_on, call.place, reverse("mobilisation:call", args=[call.pk]))
            if call.pk in seen else RecordRow(_("一次你看不到的招募"), call.starts_on)
            for call in wanted
        ]  # fmt: skip

    return Result(count, Records(count, listed))


def tasks_done(scope: Scope) -> Result:
    """Parts of tasks that units of the scope did within the period: each unit's counts."""
    rows = Handed.objects.filter(unit__path__startswith=scope.unit.path, done_at__range=_moments(scope.period))
    count = rows.count()

    def listed(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        wanted = list(rows.select_related("task", "unit").order_by("done_at", "id")[first:last])
        seen = set(tasks_for(actor).filter(pk__in={each.task_id for each in wanted}).values_list("pk", flat=True))
        return [
            RecordRow(
                comma(each.task.title, each.unit.called), today(each.done_at) if each.done_at else None, each.words,
                reverse("mobilisation:task", args=[each.task_id]) if each.task_id in seen else "",
            )
            for each in wanted
        ]  # fmt: skip

    return Result(count, Records(count, listed))


def _people_of(rows: QuerySet[Service]) -> Any:
    def listed(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        people = rows.values("person", "person__name", "person__name_key", "unit__path").annotate(
            minutes=Sum("minutes")
        )
        sums: dict[int, list[Any]] = {}
        for row in people.order_by("person__name_key", "person"):
            kept = sums.setdefault(row["person"], [row["person__name"], row["unit__path"] or "", 0])
            kept[2] += row["minutes"]
        return [
            RecordRow(name if actor.may(PEOPLE_READ, path) else _("一位你看不到的职工"), None, hours(minutes))
            for name, path, minutes in list(sums.values())[first:last]
        ]  # fmt: skip

    return listed


def _shifts_of(rows: QuerySet[Service]) -> Any:
    def listed(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        wanted = rows.select_related("person", "unit", "shift__pool").order_by("shift__starts_at", "id")[first:last]
        return [
            RecordRow(
                row.person.name if actor.may(PEOPLE_READ, (row.unit and row.unit.path) or "") else _("一位你看不到的职工"),
                today(row.shift.starts_at), comma(row.shift.pool.label, hours(row.minutes)),
            )
            for row in wanted
        ]  # fmt: skip

    return listed


def _moments(period: Period) -> tuple[datetime, datetime]:
    """The first and the last moment of the period here."""
    first, last = datetime.combine(period.start, time.min), datetime.combine(period.end, time.max)
    return timezone.make_aware(first), timezone.make_aware(last)
