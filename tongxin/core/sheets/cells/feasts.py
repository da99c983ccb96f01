"""Feasts that plans date by: fixed ones, and those of the lunar calendar (borax, tables 1900–2100)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from borax.calendars.lunardate import LunarDate

FIXED = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "五一": (5, 1),
    "劳动节": (5, 1),
    "五四": (5, 4),
}
FIXED |= {"青年节": (5, 4), "六一": (6, 1), "儿童节": (6, 1), "七一": (7, 1), "八一": (8, 1), "建军节": (8, 1)}
FIXED |= {"教师节": (9, 10), "国庆": (10, 1), "十一国庆": (10, 1)}
LUNAR = {"春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7), "中秋": (8, 15), "重阳": (9, 9)}
NAME = re.compile(
    "(" + "|".join(sorted([*FIXED, *LUNAR], key=len, reverse=True)) + ")节?(前后|期间|前夕|前|之前|后|当天|当日|左右)?"
)
AROUND = {
    "前后": (-7, 7),
    "左右": (-7, 7),
    "期间": (0, 7),
    "前夕": (-7, 0),
    "前": (-14, 0),
    "之前": (-14, 0),
    "后": (0, 14),
}


def feast(written: str, year: int) -> tuple[date, date] | None:
    """First and last day of “教师节前后” in `year`; None where it is no feast we know."""
    found = NAME.fullmatch(written)
    if not found:
        return None
    middle = _lunar(year, *LUNAR[found[1]]) if found[1] in LUNAR else date(year, *FIXED[found[1]])
    before, after = AROUND.get(found[2] or "", (0, 0))
    return middle + timedelta(days=before), middle + timedelta(days=after)


def _lunar(year: int, month: int, day: int) -> date:
    found: date = LunarDate(year, month, day).to_solar_date()
    return found
