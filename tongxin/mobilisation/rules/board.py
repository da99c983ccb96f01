"""The status board of a task: what stands first, and how units add up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

NOT_STARTED, UNDER_WAY, DONE, CANNOT = "todo", "doing", "done", "cannot"
STATES: Final = (NOT_STARTED, UNDER_WAY, DONE, CANNOT)
SHAPES: Final = {NOT_STARTED: "todo", UNDER_WAY: "plan", DONE: "done", CANNOT: "off"}


@dataclass(frozen=True)
class Line:
    """A unit's state: `read` whether it was acknowledged, `number` of `whole` where a number is asked."""

    state: str
    read: bool
    number: int | None = None
    whole: int | None = None


def is_late(state: str, due: date, today: date) -> bool:
    """Whether the day has passed and it is not done; who said that it cannot be done has answered."""
    return due < today and state in (NOT_STARTED, UNDER_WAY)


def rank(line: Line, due: date, today: date) -> int:
    """What stands first: late, then who has not even read it, then cannot, not started, under way, done."""
    if is_late(line.state, due, today):
        return 0
    if line.state == DONE:
        return 5
    if not line.read:
        return 1
    return {CANNOT: 2, NOT_STARTED: 3}.get(line.state, 4)


def added(lines: Iterable[Line]) -> tuple[int, int]:
    """The numbers reported, of how many in all; a whole is only added where a number is."""
    told = [line for line in lines if line.number is not None]
    return sum(line.number or 0 for line in told), sum(line.whole or 0 for line in told)
