"""Enter a day, or a run of days, of the calendar by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.plan.access import require_calendar
from tongxin.plan.models import CalendarDay

LONGEST = 100
OPPOSITE = {CalendarDay.Kind.OFF: CalendarDay.Kind.WORK, CalendarDay.Kind.WORK: CalendarDay.Kind.OFF}


@transaction.atomic
def set_calendar_day(
    *, actor: Actor, now: datetime, day: date, kind: str, name: str, source: str = "", until: date | None = None
) -> CalendarDay:
    """Set what kind of day it is, from `day` to `until` (both included); entered days win over computed ones.

    A run of days off longer than a week is a vacation (寒假, 暑假). Days that are entered already take the new name.
    Returns the first. Refuses: `calendar.name_missing`, `calendar.backwards`, `calendar.too_long` (over 100 days),
    `calendar.off_and_work` (one of the days is entered as the opposite).
    """
    union = require_calendar(actor)
    kind = CalendarDay.Kind(kind)
    days = _days(day, until or day)
    _refuse(days, kind, name)
    CalendarDay.objects.bulk_create(
        (CalendarDay(day=one, kind=kind, name=name.strip(), source=source) for one in days),
        update_conflicts=True, unique_fields=("day", "kind"), update_fields=("name", "source"),
    )  # fmt: skip
    first = CalendarDay.objects.get(day=day, kind=kind)
    after = {"day": day, "until": until, "kind": kind, "name": name, "source": source}
    audit.record(actor=actor, now=now, act="plan.set_calendar_day", thing=first, unit=union, label=name, after=after)
    return first


def _days(first: date, last: date) -> list[date]:
    if last < first:
        raise Refused("calendar.backwards", _("止的日子早于起的日子。"), field="until")
    if (last - first).days >= LONGEST:
        raise Refused("calendar.too_long", _("一次最多填100天。"), field="until")
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def _refuse(days: list[date], kind: CalendarDay.Kind, name: str) -> None:
    if not name.strip():
        raise Refused("calendar.name_missing", _("给这天起个名字，例如“暑假”。"), field="name")
    clash = CalendarDay.objects.filter(day__in=days, kind=OPPOSITE.get(kind, "")).first()
    if clash:
        sentence = _("%(day)s已经填成“%(kind)s”。先去掉那一条。") % {
            "day": clash.day.isoformat(),
            "kind": clash.get_kind_display(),
        }
        raise Refused("calendar.off_and_work", sentence, field="kind")
