"""Record what came of an activity."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.activities.actions.turning import turn
from tongxin.activities.models import Activity
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor


def finish(
    *,
    actor: Actor,
    now: datetime,
    activity: Activity,
    held_on: date,
    held_until: date | None = None,
    persons: int | None = None,
    person_times: int | None = None,
    outcome: str = "",
) -> Activity:
    """The activity was held: its days, the people (each once), the attendances, and words.

    Refuses: `access.…`, `activity.not_possible`, `activity.not_yet` (a day still to come), `activity.backwards`,
    `activity.persons_over_times`.
    """
    with turn("finish", actor=actor, now=now, activity=activity) as held:
        require_held(today(now), held_on, held_until, persons, person_times)
        held.held_on = held_on
        held.held_until = held_until if held_until != held_on else None
        held.persons, held.person_times = persons, person_times
        held.outcome = outcome.strip()
    return held


def require_held(
    today: date, held_on: date, held_until: date | None, persons: int | None, person_times: int | None
) -> None:
    """Refuses days to come, days in the wrong order, and more people than attendances."""
    if held_on > today:
        raise Refused("activity.not_yet", _("这一天还没到，办完了再记。"), field="held_on")
    if held_until and held_until < held_on:
        raise Refused("activity.backwards", _("结束日期在开始日期之前，改其中一个。"), field="held_until")
    if held_until and held_until > today:
        raise Refused("activity.not_yet", _("最后一天还没到，办完了再记。"), field="held_until")
    if persons is not None and person_times is not None and persons > person_times:
        sentence = _("人次不会比人数少：同一个人来两次，是1人、2人次。")
        raise Refused("activity.persons_over_times", sentence, field="person_times")
