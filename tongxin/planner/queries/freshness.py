"""Whether a line of a proposal still rests on the facts it was made from."""

from __future__ import annotations

from tongxin.activities.models import Activity
from tongxin.planner.models import ProposedMove
from tongxin.planner.problem import Mode, Year
from tongxin.planner.queries.gather import placed
from tongxin.planner.rules.digest import Facts, touched


def is_touched(before: Facts, year: Year, move: ProposedMove) -> bool:
    """Whether the facts behind a line changed, or its new day has come too near to tell people."""
    item = next((one for one in year.items if one.key == move.activity_id), None)
    if item is None or item.fixed:
        return True
    day = move.day_after.toordinal() if move.day_after else None
    if day is not None and day != item.day and day < year.now + year.notice:
        return True
    mode = Mode.ONLINE if move.mode_after == Activity.Mode.ONLINE else Mode.ON_SITE
    return touched(before, year, item.key, placed(item, day, mode))
