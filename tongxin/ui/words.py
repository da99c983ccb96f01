"""How days, times and numbers read on a screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.translation import get_language
from django.utils.translation import gettext as _

WEEKDAYS = "一二三四五六日"


def _chinese() -> bool:
    return (get_language() or "zh").startswith("zh")


def local(value: date | datetime) -> date:
    """The day here, of a day or of a moment with a time zone."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def weekday(value: date | datetime) -> str:
    """`周日`, `Sun`."""
    day_ = local(value)
    return f"周{WEEKDAYS[day_.weekday()]}" if _chinese() else formatted(day_, "D")


def day(value: date | datetime) -> str:
    """`10月25日 周日`, `Sun 25 Oct`."""
    day_ = local(value)
    return f"{day_.month}月{day_.day}日 {weekday(day_)}" if _chinese() else formatted(day_, "D j M")


def fullday(value: date | datetime) -> str:
    """`2021年3月5日`, `5 Mar 2021`."""
    day_ = local(value)
    return f"{day_.year}年{day_.month}月{day_.day}日" if _chinese() else formatted(day_, "j M Y")


def month(value: date | datetime) -> str:
    """`10月`, `October`."""
    day_ = local(value)
    return f"{day_.month}月" if _chinese() else formatted(day_, "F")


def shortday(value: date | datetime) -> str:
    """`10-25 周日`, for tables."""
    day_ = local(value)
    return f"{day_:%m-%d} {weekday(day_)}"


def hour(value: datetime | time) -> str:
    """`8:40`, local."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{value.hour}:{value.minute:02}"


def moment(value: datetime) -> str:
    """`10月20日 14:32`, `20 Oct 14:32`."""
    day_ = local(value)
    return f"{day_.month}月{day_.day}日 {hour(value)}" if _chinese() else f"{formatted(day_, 'j M')} {hour(value)}"


def number(value: int | float | Decimal) -> str:
    """`18,000`, `1,200.50`: thousands parted, decimals as they are."""
    return f"{value:,}"


def yuan(fen: int | Fraction) -> str:
    """`1,500元`, `198.50元`; what does not come out to the fen is rounded up, so that it never looks smaller."""
    whole = -(-Fraction(fen).numerator // Fraction(fen).denominator)
    sign, whole = ("-" if whole < 0 else ""), abs(whole)
    shown = f"{sign}{whole // 100:,}" + (f".{whole % 100:02}" if whole % 100 else "")
    return _("%(sum)s元") % {"sum": shown}


def listed(names: Iterable[object]) -> str:
    """`校工会、资产处`, `Library, Office`: names beside each other, with the mark the reader's language puts between."""
    return ("、" if _chinese() else ", ").join(str(name) for name in names)


def colon(first: object, second: object = "") -> str:
    """`场地：礼堂占用`, `Venue: hall in use`; only the one that is there where the other is empty."""
    return ("：" if _chinese() else ": ").join(str(part) for part in (first, second) if part)


def comma(first: object, second: object = "") -> str:
    """`周敏，4月24日`, `周敏, 24 Apr`; only the one that is there where the other is empty."""
    return ("，" if _chinese() else ", ").join(str(part) for part in (first, second) if part)


def beside(first: object, second: object) -> str:
    """`校工会办公室`, `School union office`: a name and what follows it, parted where the language parts words."""
    return ("" if _chinese() else " ").join(str(part) for part in (first, second) if part)
