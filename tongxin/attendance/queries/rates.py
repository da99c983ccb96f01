"""Figures of coming: over check-ins that were closed, of activities that were held."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.access import activities_for
from tongxin.activities.queries.scope import held_counted
from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.counts import dues, has_come, tallies
from tongxin.core.figures import RecordRow, Records, Result, Scope
from tongxin.org.rules.rights import PEOPLE_READ
from tongxin.signups.models import Slot


def attendance_rate(scope: Scope) -> Result:
    """Which share of those who were due came; None where nobody was due."""
    slots = _closed(scope)
    due, met = _due_and_met(slots)
    return Result(Fraction(met, due) if due else None, _doors(slots))


def no_shows(scope: Scope) -> Result:
    """Who was due and did not come, each time counted."""
    slots = _closed(scope)
    due, met = _due_and_met(slots)
    return Result(due - met, _absences(slots, due - met))


def attendances(scope: Scope) -> Result:
    """All who checked in, each time counted, on a list or not."""
    slots = _closed(scope)
    return Result(Attendance.objects.filter(slot__in=slots).count(), _doors(slots))


def _closed(scope: Scope) -> QuerySet[Slot]:
    """Slots whose check-in has ended, of counted activities held in the scope."""
    return Slot.objects.filter(activity__in=held_counted(scope).values("pk"), sheet__closed_at__isnull=False).order_by()


def _due_and_met(slots: QuerySet[Slot]) -> tuple[int, int]:
    found = [(rows.count(), rows.filter(has_come()).count()) for rows in dues(slots)]
    return sum(due for due, _met in found), sum(met for _due, met in found)


def _doors(slots: QuerySet[Slot]) -> Records:
    """The check-ins behind a figure, each with its own numbers."""

    def rows(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        ordered = slots.select_related("activity", "activity__category").order_by("activity__held_on", "order", "pk")
        wanted = list(ordered[first:last])
        seen = _seen(actor, {slot.activity_id for slot in wanted})
        numbers = tallies(slot.pk for slot in wanted)
        return [_door(slot, numbers[slot.pk], slot.activity_id in seen) for slot in wanted]

    return Records(slots.count(), rows)


def _door(slot: Slot, tally: Any, seen: bool) -> RecordRow:
    activity, seal = slot.activity, {"seal": slot.activity.category.seal, "tone": slot.activity.category.tone}
    if not seen:
        return RecordRow(_("一项你看不到的活动"), activity.day, **seal)
    numbers = {"due": tally.due, "met": tally.met, "came": tally.came}
    words = _("应到%(due)s人，到了%(met)s人") % numbers if tally.due else _("来了%(came)s人") % numbers
    return RecordRow(str(slot), activity.day, words, reverse("activities:activity", args=[activity.pk]), **seal)


def _absences(slots: QuerySet[Slot], count: int) -> Records:
    """Who did not come, by day; whom the reader may not see is a line without a name."""

    def rows(actor: Any, first: int, last: int) -> Sequence[RecordRow]:
        listed: list[tuple[Any, ...]] = []
        for due in dues(slots):
            listed += _named(due.exclude(has_come()))
        wanted = sorted(listed, key=lambda row: (row[0], row[1], row[2]))[first:last]
        return [_absence(actor, row) for row in wanted]

    return Records(count, rows)


def _named(due: QuerySet[Any]) -> list[tuple[Any, ...]]:
    activity = "pool__slot__activity" if hasattr(due.model, "pool") else "slot__activity"
    now = FilteredRelation("person__placements", condition=Q(person__placements__until=None))
    rows = due.annotate(now=now).values_list(
        F(f"{activity}__held_on"), "person__name_key", "person", "person__name", F(f"{activity}__title"), F(activity),
        "now__unit__path", "person__union__path",
    )  # fmt: skip
    return list(rows)


def _absence(actor: Any, row: tuple[Any, ...]) -> RecordRow:
    day, _key, _pk, name, title, activity, path, union = row
    named = actor.may(PEOPLE_READ, path or union or "")
    return RecordRow(name if named else _("一位教职工"), day, title, reverse("activities:activity", args=[activity]))


def _seen(actor: Any, activities: set[int]) -> set[int]:
    return set(activities_for(actor).filter(pk__in=activities).values_list("pk", flat=True))
