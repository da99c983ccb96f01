"""Parts of one thing's page that other apps fill: the instrument behind `activities.hooks` and `welfare.hooks`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeVar

Thing = TypeVar("Thing")
PLACES: Final = ("top", "main", "side", "dock")


@dataclass(frozen=True)
class Panel(Generic[Thing]):
    """A part of a thing's page that another app fills.

    `room` is "home" (the member's phone) or "desk"; `where` is "top", "main", "side" (desk only) or "dock" (home only: the one
    act of the page). `ask(actor, thing, now)` gives what `template` shows as `panel`, or None where there is nothing.
    """

    key: str
    order: int
    room: str
    where: str
    template: str
    ask: Callable[[Any, Thing, datetime], Any]


@dataclass(frozen=True)
class Shown:
    """A panel that has something to show on this page."""

    where: str
    template: str
    panel: Any


def shown(panels: Iterable[Panel[Thing]], room: str, actor: Any, thing: Thing, now: datetime) -> dict[str, list[Shown]]:
    """The panels of that room which have something to show, by where they stand, in their order."""
    found: dict[str, list[Shown]] = {place: [] for place in PLACES}
    for panel in sorted((each for each in panels if each.room == room), key=lambda each: each.order):
        told = panel.ask(actor, thing, now)
        if told is not None:
            found[panel.where].append(Shown(panel.where, panel.template, told))
    return found
