"""What may be done to an activity as it stands, for apps that bring it along."""

from __future__ import annotations

from tongxin.activities.models import Activity
from tongxin.activities.rules import life


def may_be(activity: Activity, act: str) -> bool:
    """Whether the table of its life knows `act` (as in `rules.life.ACTS`) in its state; says nothing of rights."""
    return life.may(act, activity.state)
