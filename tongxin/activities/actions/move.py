"""Move an activity to another day of its year."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.activities.actions.turning import Why, turn
from tongxin.activities.models import Activity, Change
from tongxin.activities.rules.dates import moved_end
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor


def move(
    *,
    actor: Actor,
    now: datetime,
    activity: Activity,
    to: date,
    until: date | None = None,
    reason: str = "",
    words: str = "",
) -> Activity:
    """Put the activity on another day of the year it counts for; it stays as long as it was unless `until` is given.

    Without a reason only an activity that has no day yet gets its first one: nobody counted on any.
    Refuses: `access.…`, `activity.not_possible`, `activity.reason_needed`, `activity.words_needed`, `activity.same_day`,
    `activity.backwards`, `activity.before_year`, `activity.past_year` (that is postponing).
    """
    why = Why(Change.Kind.MOVED, reason, words) if reason else None
    with turn("move", actor=actor, now=now, activity=activity, why=why) as held:
        if held.starts_on is not None and why is None:
            raise Refused("activity.reason_needed", _("原来有日子，改期要选一个原因。"), field="reason")
        ends_on = until or moved_end(held.starts_on, held.ends_on, to)
        ends_on = ends_on if ends_on != to else None
        _require_other_day(held, to, ends_on)
        held.starts_on, held.ends_on = to, ends_on
    return held


def _require_other_day(held: Activity, to: date, ends_on: date | None) -> None:
    if (to, ends_on) == (held.starts_on, held.ends_on):
        raise Refused("activity.same_day", _("这就是原来的日子，选另一天。"), field="to")
    if ends_on and ends_on < to:
        raise Refused("activity.backwards", _("结束日期在开始日期之前，改其中一个。"), field="until")
    if to.year < held.year:
        sentence = _("这一天在%(year)s年之前，而活动计入%(year)s年度。选一个不早于1月1日的日子。") % {"year": held.year}
        raise Refused("activity.before_year", sentence, field="to")
    if to.year > held.year:
        sentence = _("这一天已经过了%(year)s年，跨年要用“延期”。") % {"year": held.year}
        raise Refused("activity.past_year", sentence, field="to")
