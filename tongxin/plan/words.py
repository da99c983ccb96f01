"""What fates and differences are called on screen."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.utils.dateformat import format as formatted
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tongxin.plan.rules.against import Difference
from tongxin.plan.rules.fate import HELD, Fate
from tongxin.plan.rules.marks import added_shape
from tongxin.ui.words import weekday

FATES: Final[dict[Fate, Promise]] = {
    Fate.HELD_AS_PLANNED: _("按计划开展"),
    Fate.HELD_MOVED: _("改期开展"),
    Fate.HELD_ONLINE: _("改线上开展"),
    Fate.POSTPONED: _("延期"),
    Fate.CANCELLED: _("取消"),
    Fate.MERGED: _("并入别的活动"),
    Fate.CARRIED: _("转到下一年"),
    Fate.OPEN: _("将办"),
}
DIFFERENCES: Final[dict[Difference, Promise]] = {
    Difference.KEPT: _("照计划"),
    Difference.ADDED: _("增加"),
    Difference.MOVED: _("改期"),
    Difference.ONLINE: _("改线上"),
    Difference.DROPPED: _("没办"),
}
EMPTY_PLAN: Final = _("这一年还没有列入计划的活动和工作事项，没有可以审定的内容。先把设想列入计划。")
# Figure of the year's drawing → the same mark before a word in a table (ui's status tag).
MARKS: Final = {"on": "done", "at": "dot", "to": "todo", "moved": "moved", "off": "off"}
_FATES: Final[dict[Fate, str]] = {
    Fate.POSTPONED: "moved",
    Fate.CANCELLED: "off",
    Fate.MERGED: "off",
    Fate.CARRIED: "moved",
    Fate.OPEN: "todo",
}


def shape_of(fate: Fate | None, state: str, *, shift: int = 0) -> str:
    """The mark of an activity in a table, the one it has in the year's drawing: held on another day, or beside the plan,
    is a dot without its ring."""
    if fate is None:
        return MARKS[added_shape(state)]
    if fate in HELD:
        return MARKS["at" if shift else "on"]
    return _FATES[fate]


def month_word(number: int) -> str:
    """`10月`, `Oct`."""
    if (get_language() or "zh").startswith("zh"):
        return f"{number}月"
    return formatted(date(2000, number, 1), "M")


def weekday_words() -> list[str]:
    """`周一` … `周日`, `Mon` … `Sun`."""
    return [weekday(date(2024, 1, number)) for number in range(1, 8)]
