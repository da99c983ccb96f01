"""What officers see of an activity's answers: the shown state, never who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.activities.models import Activity
from tongxin.ballots.queries.counts import Counts, counts_of
from tongxin.feedback.access import may_read_result
from tongxin.feedback.models import Box


@dataclass(frozen=True)
class Result(Counts):
    """The shown state of an activity's box."""

    activity: Activity | None = None


def result_of(activity: Activity, now: datetime) -> Result | None:
    """The result of an activity; None where nobody was asked. One query."""
    box = Box.objects.filter(activity=activity).first()
    return Result(**vars(counts_of(box, now)), activity=activity) if box else None


def desk_panel(actor: Any, activity: Activity, now: datetime) -> Result | None:
    """The panel on the officer's page of an activity."""
    if activity.held_on is None or not may_read_result(actor, activity.pk):
        return None
    return result_of(activity, now)
