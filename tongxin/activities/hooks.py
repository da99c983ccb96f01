"""What apps above may have a say in, asked for by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tongxin.activities.models import Activity
from tongxin.core.registry import Registry


@dataclass(frozen=True)
class Promise:
    """An app's answer to “is this activity's day promised to someone, so that changing it needs a reason?”."""

    key: str
    binds: Callable[[Activity], bool]


promises: Registry[Promise] = Registry("promise")


def day_is_promised(activity: Activity) -> bool:
    """Whether changing the day needs a reason: members have seen it, or an approved plan names it."""
    return activity.published_at is not None or any(promise.binds(activity) for promise in promises)
