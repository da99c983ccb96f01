"""Ask those who came."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.activities.access import require_run
from tongxin.activities.hooks import Turned
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.ballots.rules.window import closes_at, worth_asking
from tongxin.core.clock import today
from tongxin.core.database import lock
from tongxin.feedback.models import Answered, Box
from tongxin.feedback.queries.attendees import people_of
from tongxin.org.actor import Actor


@transaction.atomic
def ask_feedback(*, actor: Actor, now: datetime, activity: Activity) -> Box | None:
    """Open the box of a held activity for 14 days; None where it is open already, fewer than five came, or it is long past.

    Refuses: `access.…`.
    """
    require_run(actor, activity)
    if activity.held_on is None or lock(Box.objects.filter(activity=activity)).exists():
        return None
    people = people_of(activity)
    if not worth_asking(len(people), activity.held_on, today(now)):
        return None
    box = Box.objects.create(activity=activity, asked=len(people), opened_at=now, closes_at=closes_at(now))
    Answered.objects.bulk_create(Answered(activity=activity, person_id=person) for person in sorted(people))
    record(actor=actor, now=now, act="feedback.ask", thing=activity, unit=activity.unit, after={"asked": box.asked})
    return box


def after_turn(turned: Turned) -> None:
    """What follows once an activity is over."""
    if turned.act == "finish":
        ask_feedback(actor=turned.actor, now=turned.now, activity=turned.activity)
