"""Whether an approved plan promises an activity's day."""

from __future__ import annotations

from tongxin.activities.models import Activity
from tongxin.plan.models import BaselineItem


def is_in_a_plan(activity: Activity) -> bool:
    """Whether a frozen plan names the activity: then another day needs a reason."""
    return BaselineItem.objects.filter(activity=activity).exists()
