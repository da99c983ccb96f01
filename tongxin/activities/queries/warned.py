"""What the page of an act says about restrictions 管控 before it is done."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tongxin.activities.models import Activity
from tongxin.activities.queries.restricted import said_of
from tongxin.core.clock import today
from tongxin.restrictions.queries.band import band
from tongxin.restrictions.queries.listing import Line
from tongxin.ui.words import colon, comma, listed

AS_IT_STANDS: Final = ("publish", "begin", "plan", "reinstate")
ON_ANOTHER_DAY: Final = ("move", "postpone")


def warned_before(act: str, activity: Activity, now: datetime) -> list[str]:
    """A sentence for each thing a restriction says of the activity as it stands; for an act that gives it another day all that hold
    for its units from today on, with their days. Nothing for other acts. Four queries at most."""
    if act in AS_IT_STANDS:
        said = said_of(activity, now, announcing=act == "publish" or None)
        return [colon(each.restriction.title, each.words) for each in said if each.met is None]
    if act not in ON_ANOTHER_DAY:
        return []
    paths = {activity.unit.path, *activity.organisers.order_by().values_list("unit__path", flat=True)}
    found = band(tuple(path for path in paths if path), today(now))
    return [_line(line) for line in found.lines] if found else []


def _line(line: Line) -> str:
    """What is called as it limits is not said twice."""
    limits = listed(line.limits)
    return colon(line.restriction.title, comma(limits if limits != line.restriction.title else "", line.days))
