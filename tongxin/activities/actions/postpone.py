"""Put an activity off."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.activities.actions.turning import Why, turn
from tongxin.activities.models import Activity, Change
from tongxin.activities.rules.dates import moved_end, year_counted
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor


def postpone(
    *,
    actor: Actor,
    now: datetime,
    activity: Activity,
    until: date | None,
    reason: str,
    words: str = "",
    counts_for: int | None = None,
) -> Activity:
    """Put the activity off to a later day, or (`until` None) to a day still open.

    It counts for `counts_for`; where that is not told, for the year of the new day if this lies past its year.
    Refuses: `access.…`, `activity.not_possible`, `activity.words_needed`, `activity.same_day`, `activity.not_later`
    (that is moving), `activity.already_open`, `activity.before_year`.
    """
    why = Why(Change.Kind.POSTPONED, reason, words)
    with turn("postpone", actor=actor, now=now, activity=activity, why=why) as held:
        year = year_counted(held.year, until, counts_for)
        _require_later(held, until, year)
        held.ends_on = moved_end(held.starts_on, held.ends_on, until)
        held.starts_on = until
        held.year = year
    return held


def _require_later(held: Activity, until: date | None, year: int) -> None:
    if until is None and held.starts_on is None and held.state == Activity.State.POSTPONED and year == held.year:
        raise Refused("activity.already_open", _("已经是延期、日期待定，没有什么要改。"), field="until")
    if until and until == held.starts_on:
        raise Refused("activity.same_day", _("这就是原来的日子，选另一天。"), field="until")
    if until and held.starts_on and until < held.starts_on:
        raise Refused("activity.not_later", _("这一天比原来还早，提前办用“改期”。"), field="until")
    if until and until.year < held.year:
        sentence = _("这一天在%(year)s年之前，而活动计入%(year)s年度。选一个不早于1月1日的日子。") % {"year": held.year}
        raise Refused("activity.before_year", sentence, field="until")
    if year < held.year:
        sentence = _("活动已经计入%(year)s年度，不能退回以前的年度。") % {"year": held.year}
        raise Refused("activity.before_year", sentence, field="counts_for")
