"""The Chinese calendar: festivals of a year, days off, adjusted workdays. Pure: hand-entered days are passed in."""

from tongxin.core.calendar.days import DayKind, DayKindName, Override, day_kind, workdays_in
from tongxin.core.calendar.festivals import Festival, FestivalKind, festivals
from tongxin.core.calendar.holidays import is_announced

__all__ = [
    "DayKind",
    "DayKindName",
    "Festival",
    "FestivalKind",
    "Override",
    "day_kind",
    "festivals",
    "is_announced",
    "workdays_in",
]
