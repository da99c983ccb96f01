"""Who came to an activity, asked of the apps that know."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tongxin.activities.models import Activity
from tongxin.core.registry import Registry


@dataclass(frozen=True)
class Attendees:
    """An app's answer to “who came to this activity?”: ids of persons, none where it does not know."""

    key: str
    ask: Callable[[Activity], Iterable[int]]


attendees: Registry[Attendees] = Registry("attendees of activities")
