"""Figures 数据项: the numbers of a union, each with the records behind it.

Each app declares its figures in its own `figures.py` and registers them when it loads; `report` knows only this registry.
A figure is computed over a scope (a unit with all below it, a period) and gives an exact value and its records,
lazily: a page that shows thirty values runs no query for records that nobody opened.
Persons (人) and person-times (人次) are different counting units and are never added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import override

from tongxin.core.periods import Period
from tongxin.core.registry import Registry


@dataclass(frozen=True)
class Scope:
    """What a figure is computed over: a unit with all units below it, and a period.

    `unit` is the org.Unit; core does not know that app, so it is typed loosely here.
    """

    unit: Any
    period: Period


@dataclass(frozen=True)
class RecordRow:
    """One record as a list shows it. `url` is empty where the reader may not open it."""

    label: str
    day: date | None = None
    detail: str = ""
    url: str = ""
    seal: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Records:
    """The records behind a value: how many, and how to list them.

    `rows(actor, first, last)` gives the rows of that slice as far as `actor` may see them; a record whose
    details the reader may not see still counts, and shows as a row without a name or link.
    """

    count: int
    rows: Callable[[Any, int, int], Sequence[RecordRow]]


NO_RECORDS = Records(0, lambda actor, first, last: ())


@dataclass(frozen=True)
class Part:
    """One line of a breakdown; a Fraction where the figure is a ratio."""

    key: str
    label: str
    value: int | Fraction
    records: Records
    seal: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Result:
    """A computed figure. `value` is exact: an int (fen where the unit is 元), a Fraction for a ratio or a mean of money; None where
    there is nothing to divide by."""

    value: int | Fraction | None
    records: Records
    parts: tuple[Part, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """One declared figure.

    key       stable, dotted: `activities.held.by_category`
    label     what it is called on screen (lazy translation)
    unit      counting unit: 项 次 人 人次 户 元 个 %; where it is 元, values are fen (an int, or a Fraction for a mean)
    how       one sentence that says how it is counted (lazy translation)
    compute   scope → Result, in a fixed number of queries
    breakdown whether the parts are the point of it; then its value is the list of its parts
    right     the right that a reader needs in the unit to see the value at all
    """

    key: str
    label: Any
    unit: Any
    how: Any
    compute: Callable[[Scope], Result]
    breakdown: bool = False
    right: str = "figures.read"
    group: Any = ""
    depends: tuple[str, ...] = field(default=())

    @property
    def counts(self) -> str:
        """The counting unit in Chinese, whatever language the reader has: `%` and `元` say how a value is to be printed."""
        with override(SOURCE):
            return str(self.unit)


figures: Registry[Figure] = Registry("figure")
SHARE, MONEY = "%", "元"
SOURCE = "zh-hans"


def register(declared: Iterable[Figure]) -> None:
    """Register an app's figures."""
    for figure in declared:
        figures.register(figure)


def percent(value: Fraction | None) -> str:
    """A ratio in words of a screen: `75%`, `66.7%` (half up, one decimal at most), `—` where there is none."""
    if value is None:
        return "—"
    tenths = (value * 1000 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}%" if rest else f"{whole}%"


def nearest(value: int | Fraction) -> int:
    """Fen of an exact sum or a mean, half up."""
    return (Fraction(value) + Fraction(1, 2)).__floor__()
