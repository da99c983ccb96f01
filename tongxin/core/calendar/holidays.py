"""Days off: as announced by the State Council (2004–2026, from chinesecalendar), computed by the law for other years.

The package raises for years it does not know and says nothing useful about days in lieu, so only its two tables
are read: days off and adjusted workdays, with the festival each belongs to.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from chinese_calendar.constants import Holiday
from chinese_calendar.constants import holidays as _off
from chinese_calendar.constants import workdays as _work
from django.utils.translation import gettext_noop as _

from tongxin.core.calendar import lunar

FIRST_ANNOUNCED: Final = min(_off).year
LAST_ANNOUNCED: Final = max(_off).year
# The names that the package and the law give, so that they stand in the catalogue; `days` says them in the reader's language.
NAMES: Final = (
    _("元旦"), _("春节"), _("清明"), _("劳动节"), _("端午"), _("中秋"), _("国庆节"),
    _("中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日"),
)  # fmt: skip


def is_announced(year: int) -> bool:
    """Whether the year's days off are known, not computed."""
    return FIRST_ANNOUNCED <= year <= LAST_ANNOUNCED


def announced_off(day: date) -> str | None:
    """The name under which an announced day off was given, or None."""
    name = _off.get(day)
    return Holiday(name).chinese if name else None


def announced_work(day: date) -> str | None:
    """The festival for whose days off this weekend day is worked, or None."""
    name = _work.get(day)
    return Holiday(name).chinese if name else None


@lru_cache(maxsize=64)
def lawful_off(year: int) -> dict[date, str]:
    """The days off that the law itself gives (全国年节及纪念日放假办法, 2024 text: 13 days), without adjusted days."""
    days = {date(year, 1, 1): "元旦"}
    if lunar.FIRST <= year <= lunar.LAST:
        days |= _run(lunar.new_years_eve(year), 4, "春节")
        days[lunar.term_day(year, "清明")] = "清明"
        days[lunar.lunar_day(year, 5, 5)] = "端午"
    days |= _run(date(year, 5, 1), 2, "劳动节") | _run(date(year, 10, 1), 3, "国庆节")
    if lunar.FIRST <= year <= lunar.LAST:
        days.setdefault(lunar.lunar_day(year, 8, 15), "中秋")
    return days


def _run(first: date, count: int, name: str) -> dict[date, str]:
    return {first + timedelta(days=step): name for step in range(count)}
