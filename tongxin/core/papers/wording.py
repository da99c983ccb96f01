"""How official Chinese writes numbers, money, dates and shares. Pure functions, exact arithmetic, no locale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tongxin.core.papers.capitals import money_capitals

__all__ = [
    "day_words",
    "exact",
    "exact_money",
    "money_capitals",
    "month_words",
    "ordinal",
    "percent",
    "round_money",
    "round_words",
]

WAN, YI = 10_000, 100_000_000
_ORDINALS = "零一二三四五六七八九"


def exact(value: int | Decimal, unit: str = "") -> str:
    """`15项`, `3126人次`, `36.5万元`: plain digits without thousands marks or needless zeros."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text + unit


def round_words(value: int, unit: str = "") -> str:
    """A count in round words, `value` in whole units. A rounded number never claims more than there is, unless 近 says so:

    below 1万                             exact                9876元
    a whole 万                            that                 450000 → 45万元
    a tenth of a 万 or less short of one  近 and the next one   449000 → 近45万元
    otherwise                             the 万 below and 余   456780 → 45万余元

    From 1亿 on the same in hundredths of 亿 (`1.23亿余元`).
    """
    if value < 0:
        return "负" + round_words(-value, unit)
    if value < WAN:
        return exact(value, unit)
    step = _step(value)
    whole, rest = divmod(value, step)
    if not rest:
        return _large(value) + unit
    if rest * 10 >= step * 9:
        return f"近{_large((whole + 1) * step)}{unit}"
    return f"{_large(whole * step)}余{unit}"


def round_money(fen: int) -> str:
    """Money in round words: below 1万元 exact (`9876.50元`), above as `round_words` (`45万余元`). Fen over a whole 万
    count as 余: a sum is never called whole that is not."""
    if fen < 0:
        return "负" + round_money(-fen)
    yuan, rest = divmod(fen, 100)
    if yuan < WAN:
        return exact_money(fen)
    words = round_words(yuan, "元")
    whole = yuan % _step(yuan) == 0
    return words.removesuffix("元") + "余元" if rest and whole else words


def exact_money(fen: int) -> str:
    """`9876.50元`, `452300元`: two places when there are 角 or 分, none otherwise."""
    yuan, rest = divmod(abs(fen), 100)
    return ("-" if fen < 0 else "") + (f"{yuan}.{rest:02d}元" if rest else f"{yuan}元")


def day_words(day: date) -> str:
    """`2021年1月22日`: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def month_words(day: date) -> str:
    """`2021年1月`."""
    return f"{day.year}年{day.month}月"


def percent(part: int | Fraction, whole: int | Fraction = 1, places: int = 1) -> str:
    """`75%`, `66.7%`: halves go up (away from nothing), needless zeros go away. ZeroDivisionError for a whole of nothing."""
    share = Fraction(part) / Fraction(whole) * 100
    units = (2 * abs(share) * 10**places + 1) // 2
    sign = "-" if share < 0 and units else ""
    return sign + exact(Decimal(units).scaleb(-places), "%")


def ordinal(number: int) -> str:
    """`一`, `十`, `十一`, `二十`, `九十九`: numbers of headings, 1 to 99."""
    if not 1 <= number <= 99:
        raise ValueError("headings are numbered 1 to 99")
    tens, ones = divmod(number, 10)
    words = "" if tens == 0 else "十" if tens == 1 else _ORDINALS[tens] + "十"
    return words + (_ORDINALS[ones] if ones else "")


def _step(value: int) -> int:
    return WAN if value < YI else YI // 100


def _large(value: int) -> str:
    """A multiple of 万, in 万 or 亿."""
    return f"{value // WAN}万" if value < YI else exact(Decimal(value) / YI, "亿")
