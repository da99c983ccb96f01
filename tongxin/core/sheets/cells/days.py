"""Days as offices write them: serials, 1985.06, 1985年6月, 1985/6/1, 19850601."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from django.utils.translation import gettext as _

from tongxin.core.sheets.cells.bad import BadCell
from tongxin.core.sheets.cells.words import halved
from tongxin.core.sheets.values import Cell, shown

Precision = Literal["day", "month", "year"]
NOTHING = {"", "-", "--", "—", "——", "/", "无", "不详", "未知"}
FIRST_YEAR, LAST_YEAR = 1900, 2100
EPOCH = date(1899, 12, 30)
# Serials below the first of these are years (1985) or nonsense rather than days of 1920 and later.
FIRST_SERIAL, LAST_SERIAL = 7306, 73415
CENTURY_FROM = 40
CLOCK = re.compile(r"[T ]?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
PARTED = re.compile(r"(\d{2,4})[年./\-](\d{1,2})(?:[月./\-](\d{1,2})[日号]?|月)?")
YEAR = re.compile(r"(\d{4})年?")
SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})?")
SOLID_SHORT = re.compile(r"(\d{2})(\d{2})(\d{2})")


@dataclass(frozen=True)
class Day:
    """A day known to the day, the month (then its first) or the year (then January 1st)."""

    date: date
    precision: Precision


def day(value: Cell, *, loose: bool = False) -> Day | None:
    """The day a cell means; None where nothing is written.

    `loose`: numbers come as text (.csv), so that 1985.1 may have been 1985.10.
    Bad: `cell.no_such_day`, `cell.day_ambiguous` (1985.1 as a number, two-digit years that may be of either century),
    `cell.not_a_day`.
    """
    if isinstance(value, datetime):
        return Day(value.date(), "day")
    if isinstance(value, date):
        return Day(value, "day")
    if isinstance(value, time | timedelta | bool):
        raise _not_a_day(value)
    if isinstance(value, int | float):
        return _from_number(value)
    written = CLOCK.sub("", halved(value).strip().removeprefix("'"))
    written = re.sub(r"\s", "", written).rstrip(".,。，").replace("。", ".").replace("．", ".").replace("--", "-")
    if written in NOTHING:
        return None
    return _from_text(written, loose)


def from_serial(serial: float) -> date:
    """The day of a serial of the 1900 system. Excel counts a 29 February 1900 that never was."""
    whole = int(serial)
    return EPOCH + timedelta(days=whole if whole > 60 else whole + 1)


def _from_number(value: int | float) -> Day:
    if float(value).is_integer():
        digits = str(int(value))
        if FIRST_SERIAL <= value <= LAST_SERIAL:
            return Day(from_serial(value), "day")
        return _from_text(digits, loose=False)
    if FIRST_YEAR <= value < LAST_YEAR:
        return _from_text(repr(value), loose=True)
    if FIRST_SERIAL <= value <= LAST_SERIAL:
        return Day(from_serial(value), "day")
    raise _not_a_day(value)


def _from_text(written: str, loose: bool) -> Day:
    if found := PARTED.fullmatch(written):
        if loose and re.fullmatch(r"\d{4}\.1", written):
            raise BadCell(
                "cell.day_ambiguous", _("“%(value)s”是1月还是10月？请写成1985-01或1985-10这样。") % {"value": written}
            )
        return _made(found[1], found[2], found[3], written)
    if (found := YEAR.fullmatch(written)) and int(found[1]) < FIRST_SERIAL:
        return _made(found[1], None, None, written)
    if (found := SOLID.fullmatch(written)) and _begins_with_year(found):
        return _made(found[1], found[2], found[3], written)
    if found := SOLID_SHORT.fullmatch(written):
        return _made(found[1], found[2], found[3], written)
    if re.fullmatch(r"\d{4,5}(\.\d+)?", written) and FIRST_SERIAL <= float(written) <= LAST_SERIAL:
        return Day(from_serial(float(written)), "day")
    raise _not_a_day(written)


def _begins_with_year(found: re.Match[str]) -> bool:
    """Whether 198506 is a year and a month, rather than 850601."""
    return FIRST_YEAR <= int(found[1]) <= LAST_YEAR and bool(found[3] or 1 <= int(found[2]) <= 12)


def _made(year_written: str, month_written: str | None, day_written: str | None, written: str) -> Day:
    year = _full_year(year_written, written)
    if not month_written:
        return Day(date(year, 1, 1), "year")
    month = int(month_written)
    if not 1 <= month <= 12:
        raise BadCell("cell.no_such_day", _("没有%(month)s月。照原样留着，改好再传。") % {"month": month})
    if not day_written:
        return Day(date(year, month, 1), "month")
    number = int(day_written)
    if not 1 <= number <= monthrange(year, month)[1]:
        facts = {"year": year, "month": month, "day": number}
        raise BadCell("cell.no_such_day", _("%(year)s年%(month)s月没有%(day)s日。照原样留着，改好再传。") % facts)
    return Day(date(year, month, number), "day")


def _full_year(year_written: str, written: str) -> int:
    year = int(year_written)
    if len(year_written) == 2:
        if year < CENTURY_FROM:
            raise BadCell(
                "cell.day_ambiguous",
                _("“%(value)s”的年份只有两位，看不出是哪个年代。请写成四位。") % {"value": written},
            )
        return 1900 + year
    if len(year_written) == 3 or not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadCell("cell.no_such_day", _("“%(value)s”的年份不对。照原样留着，改好再传。") % {"value": written[:20]})
    return year


def _not_a_day(value: Cell) -> BadCell:
    return BadCell(
        "cell.not_a_day", _("“%(value)s”看不出是哪一天。请写成1985-06-01或1985-06。") % {"value": shown(value)[:20]}
    )
