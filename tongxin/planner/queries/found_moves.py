"""The lines of a plan: what does not stay as it is, with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tongxin.planner.problem import Item, Placing, Plan
from tongxin.planner.queries.gather import MODES, Gathered
from tongxin.planner.queries.reasons import Reasons


@dataclass(frozen=True)
class FoundMove:
    """An activity that gets another day or form; `day_after` None: it has no place."""

    activity_id: int
    title: str
    day_before: date | None
    mode_before: str
    day_after: date | None
    mode_after: str
    reasons: dict[str, Any]


def found_moves(found: Gathered, plan: Plan) -> Iterator[FoundMove]:
    """What changes, in the order of the days; what has no place comes last."""
    items = {item.key: item for item in found.year.items}
    modes = {one.activity.pk: one.stood.mode for one in found.known}
    changed = [(items[one.key], one) for one in plan.placings if _differs(items[one.key], one)]
    reasons = Reasons(found, plan)
    for item, placing in sorted(changed, key=lambda pair: _when(*pair)):
        mode = modes[item.key]
        yield FoundMove(
            activity_id=item.key,
            title=found.names.activities[item.key],
            day_before=_date(item.day),
            mode_before=mode,
            day_after=_date(placing.day),
            mode_after=mode if placing.day is None or placing.mode == item.mode else str(MODES[placing.mode]),
            reasons=reasons.of(item, placing),
        )


def _differs(item: Item, placing: Placing) -> bool:
    return not item.fixed and (placing.day is None or placing.day != item.day or placing.mode != item.mode)


def _when(item: Item, placing: Placing) -> tuple[bool, int, int]:
    return placing.day is None, item.day or placing.day or 0, item.key


def _date(day: int | None) -> date | None:
    return None if day is None else date.fromordinal(day)
