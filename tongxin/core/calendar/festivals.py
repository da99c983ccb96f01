"""The festivals of a year: statutory, lunar, solar terms and commemorative days.

Two festivals may share a day (2020-10-01 is 国庆 and 中秋), so a festival is known by its key, never by its day.
Lunar dates are computed; none is taken from the list of days off, which names such a day only once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from django.utils.translation import get_language

from tongxin.core.calendar import lunar

FestivalKind = Literal["statutory", "lunar", "solar_term", "commemorative"]


@dataclass(frozen=True)
class Festival:
    """A festival on its day; `short` is what fits a narrow lane."""

    key: str
    name: str
    name_en: str
    day: date
    kind: FestivalKind
    short: str = ""
    short_en: str = ""

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return self.name_en if (get_language() or "").startswith("en") else self.name

    @property
    def brief(self) -> str:
        """The short name in the reader's language."""
        english = (get_language() or "").startswith("en")
        return (self.short_en or self.name_en) if english else (self.short or self.name)


@dataclass(frozen=True)
class _Rule:
    key: str
    name: str
    name_en: str
    days: Callable[[int], Iterable[date]]
    kind: FestivalKind
    statutory_from: int = 9999
    short: str = ""
    short_en: str = ""


def _solar(month: int, day: int) -> Callable[[int], Iterable[date]]:
    return lambda year: (date(year, month, day),)


def _lunar(month: int, day: int) -> Callable[[int], Iterable[date]]:
    return lambda year: lunar.in_solar_year(year, month, day) if lunar.FIRST <= year <= lunar.LAST else ()


def _term(name: str) -> Callable[[int], Iterable[date]]:
    return lambda year: (lunar.term_day(year, name),) if lunar.FIRST <= year <= lunar.LAST else ()


def _eve(year: int) -> Iterable[date]:
    return (lunar.new_years_eve(year),) if lunar.FIRST <= year <= lunar.LAST else ()


# 清明 端午 中秋 are days off since 2008, 除夕 since 2025 (全国年节及纪念日放假办法, 2007 and 2024 texts).
RULES: Final = (
    _Rule("yuandan", "元旦", "New Year's Day", _solar(1, 1), "statutory", short_en="New Year"),
    _Rule("laba", "腊八", "Laba Festival", _lunar(12, 8), "lunar", short_en="Laba"),
    _Rule("chuxi", "除夕", "Lunar New Year's Eve", _eve, "lunar", statutory_from=2025, short_en="Lunar Eve"),
    _Rule("chunjie", "春节", "Spring Festival", _lunar(1, 1), "statutory", short_en="Spring"),
    _Rule("yuanxiao", "元宵节", "Lantern Festival", _lunar(1, 15), "lunar", short="元宵", short_en="Lantern"),
    _Rule("sanba", "三八妇女节", "Women's Day", _solar(3, 8), "commemorative", short="三八", short_en="Women"),
    _Rule(
        "qingming",
        "清明节",
        "Tomb-Sweeping Day",
        _term("清明"),
        "solar_term",
        statutory_from=2008,
        short="清明",
        short_en="Qingming",
    ),
    _Rule("wuyi", "五一劳动节", "Labour Day", _solar(5, 1), "statutory", short="五一", short_en="May Day"),
    _Rule("wusi", "五四青年节", "Youth Day", _solar(5, 4), "commemorative", short="五四", short_en="Youth"),
    _Rule(
        "duanwu",
        "端午节",
        "Dragon Boat Festival",
        _lunar(5, 5),
        "lunar",
        statutory_from=2008,
        short="端午",
        short_en="Duanwu",
    ),
    _Rule("qixi", "七夕", "Qixi Festival", _lunar(7, 7), "lunar", short_en="Qixi"),
    _Rule("jiaoshi", "教师节", "Teachers' Day", _solar(9, 10), "commemorative", short_en="Teachers"),
    _Rule(
        "zhongqiu",
        "中秋节",
        "Mid-Autumn Festival",
        _lunar(8, 15),
        "lunar",
        statutory_from=2008,
        short="中秋",
        short_en="Mid-Autumn",
    ),
    _Rule("guoqing", "国庆节", "National Day", _solar(10, 1), "statutory", short="国庆", short_en="National"),
    _Rule("chongyang", "重阳节", "Double Ninth Festival", _lunar(9, 9), "lunar", short="重阳", short_en="Chongyang"),
    _Rule("dongzhi", "冬至", "Winter Solstice", _term("冬至"), "solar_term", short_en="Solstice"),
)


@lru_cache(maxsize=64)
def festivals(year: int) -> tuple[Festival, ...]:
    """Every festival whose day lies in the solar year, in order of the days.

    腊八 of the lunar year 2020 is found in 2021, where its day lies. Lunar dates and solar terms are known from
    1901 to 2099; outside of that only festivals of fixed days are given.
    """
    found = (
        Festival(rule.key, rule.name, rule.name_en, day, _kind(rule, year), rule.short, rule.short_en)
        for rule in RULES
        for day in rule.days(year)
    )
    return tuple(sorted(found, key=lambda festival: festival.day))


def _kind(rule: _Rule, year: int) -> FestivalKind:
    return "statutory" if year >= rule.statutory_from else rule.kind
