"""The part of an activity's page that its outing fills."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.activities.access import may_run
from tongxin.activities.models import Activity
from tongxin.activities.queries.outings import OUTING
from tongxin.org.actor import Actor
from tongxin.outings.models import Outing
from tongxin.outings.queries.checked import GONE
from tongxin.outings.rules.life import APPROVED, CLOSED
from tongxin.outings.words import SHAPES


@dataclass(frozen=True)
class DeskPanel:
    """The application with its state; `may_start` where there is none yet."""

    activity: Activity
    outing: Outing | None
    shape: str
    may_start: bool


def desk(actor: Actor, activity: Activity, now: datetime) -> DeskPanel | None:
    """The door to the application. One query on outings, none on others."""
    if activity.category.code != OUTING:
        return None
    outing = Outing.objects.filter(pk=activity.pk).first()
    over = activity.state in (*GONE, Activity.State.DONE)
    starts = outing is None and not over and may_run(actor, activity)
    if outing is None and not starts:
        return None
    return DeskPanel(activity, outing, SHAPES[outing.state] if outing else "draft", starts)


def home(actor: Actor, activity: Activity, now: datetime) -> Outing | None:
    """What members want to know once it is let go: the way, the coaches, whom to call."""
    if activity.category.code != OUTING:
        return None
    rows = Outing.objects.filter(pk=activity.pk, state__in=(APPROVED, CLOSED))
    return rows.select_related("safety_owner").first()
