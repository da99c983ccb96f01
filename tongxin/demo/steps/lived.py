"""What people did with an activity before, on and after its day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from tongxin.activities.models import Activity
from tongxin.demo.facts.signups import MEETINGS, SIGN_UPS
from tongxin.demo.steps import coming, rating, signing_up
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import Diary, at

_SIGN_UPS: Final = {fact.title: fact for fact in SIGN_UPS}
_MEETINGS: Final = {fact.title: fact for fact in MEETINGS}
NOON = 12


def diary(activity: Activity, held: date, units: Units) -> Diary:
    """Signing up, coming and rating; nothing where it was held without any of it."""
    sign_up, meeting = _SIGN_UPS.get(activity.title), _MEETINGS.get(activity.title)
    if sign_up:
        yield from signing_up.diary(sign_up, activity, units)
        yield from coming.diary(sign_up, activity, held)
    if meeting:
        yield from coming.meeting(meeting, activity, held)
    if sign_up or meeting:
        yield at(last_day(activity, held) + timedelta(days=1), NOON), rating.rate(activity)


def last_day(activity: Activity, held: date) -> date:
    """The last day of an activity: that of a weekly row's last evening."""
    fact = _SIGN_UPS.get(activity.title)
    return held + timedelta(weeks=fact.evenings - 1) if fact and fact.evenings else held
