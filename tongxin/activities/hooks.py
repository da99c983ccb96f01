"""What apps above may have a say in, asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.activities.models import Activity
from tongxin.core.registry import Registry
from tongxin.ui import panels as panels_of


@dataclass(frozen=True)
class Promise:
    """An app's answer to “is this activity's day promised to someone, so that changing it needs a reason?”."""

    key: str
    binds: Callable[[Activity], bool]


promises: Registry[Promise] = Registry("promise")


def day_is_promised(activity: Activity) -> bool:
    """Whether changing the day needs a reason: members have seen it, or an approved plan names it."""
    return activity.published_at is not None or any(promise.binds(activity) for promise in promises)


@dataclass(frozen=True)
class Turned:
    """An act that has just been done to an activity, inside its transaction: what stood before in the fields it changed."""

    act: str
    activity: Activity
    before: Mapping[str, Any]
    words: str
    actor: Any
    now: datetime


@dataclass(frozen=True)
class Follower:
    """An app that has something to do after acts on activities (tell those who signed up, close a list)."""

    key: str
    after: Callable[[Turned], None]


followers: Registry[Follower] = Registry("follower of activities")


@dataclass(frozen=True)
class Counter:
    """An app that knows how many came: `count(activity)` gives persons and person-times, or None where it does not know."""

    key: str
    count: Callable[[Activity], tuple[int, int] | None]


counters: Registry[Counter] = Registry("counter of activities")


def heads_of(activity: Activity) -> tuple[int, int] | None:
    """Persons and person-times as the first app that knows them has them."""
    return next((heads for counter in counters if (heads := counter.count(activity)) is not None), None)


# A part of the page of an activity that another app fills.
Panel = panels_of.Panel[Activity]
panels: Registry[Panel] = Registry("panel of an activity")


@dataclass(frozen=True)
class Door:
    """A way to begin an activity, offered at the head of the list before all others."""

    key: str
    label: Any
    url_name: str


doors: Registry[Door] = Registry("door to a new activity")


def shown(room: str, actor: Any, activity: Activity, now: datetime) -> dict[str, list[panels_of.Shown]]:
    """The panels of one activity's page in that room, by where they stand."""
    return panels_of.shown(panels, room, actor, activity, now)
