"""The parts of an activity's page that events fill, and what hangs on a slot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.activities.access import may_run
from tongxin.activities.models import Activity
from tongxin.contests.access import may_look_after
from tongxin.contests.models.contest import RESULT
from tongxin.contests.queries.events import counts_of
from tongxin.contests.queries.published import Published, published
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


@dataclass(frozen=True)
class DeskPanel:
    """How many events, how many public; whether the reader runs them, or looks after a unit's people."""

    activity: Activity
    events: int
    published: int
    runs: bool
    ours: bool


def home(actor: Actor, activity: Activity, now: datetime) -> Published | None:
    """Where the member starts, and the results once they are public."""
    return published(actor, activity)


def desk(actor: Actor, activity: Activity, now: datetime) -> DeskPanel | None:
    """The door to the events, where there are any."""
    runs, ours = may_run(actor, activity), may_look_after(actor)
    counts = counts_of(activity) if runs or ours else {"events": 0, "published": 0}
    return DeskPanel(activity, counts["events"], counts["published"], runs, ours) if counts["events"] else None


def hangs_on(slot: Slot) -> bool:
    """Whether results are kept with the slot."""
    return slot.entries.filter(RESULT).exists()
