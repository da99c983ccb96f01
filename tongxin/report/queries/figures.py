"""Figures of a unit and period, computed through the registry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import override

from tongxin.core.figures import MONEY, SHARE, Figure, Part, Records, Result, Scope, figures, nearest
from tongxin.core.periods import Period
from tongxin.org.actor import Actor
from tongxin.org.models import Unit


@dataclass(frozen=True)
class Row:
    """A declared figure with its value for a unit and period."""

    figure: Figure
    result: Result

    @property
    def key(self) -> str:
        """The figure's key."""
        return self.figure.key

    @property
    def value(self) -> int | Fraction | None:
        """The exact value; the sum of its parts for a breakdown that has none of its own."""
        return self.result.value

    @property
    def is_share(self) -> bool:
        """Whether it is a ratio."""
        return self.unit == SHARE or (isinstance(self.result.value, Fraction) and not self.is_money)

    @property
    def is_money(self) -> bool:
        """Whether its values are fen."""
        return self.unit == MONEY

    @property
    def unit(self) -> str:
        """The counting unit in Chinese, as papers print it."""
        return self.figure.counts

    @property
    def label(self) -> str:
        """The Chinese name, as papers print it."""
        with override("zh-hans"):
            return str(self.figure.label)

    def part(self, key: str) -> Part | None:
        """One line of the breakdown."""
        return next((part for part in self.result.parts if part.key == key), None)

    def records(self, part: str = "") -> Records:
        """The records behind the value, or behind a part of it."""
        found = self.part(part) if part else None
        return found.records if found else self.result.records


def compute_all(unit: Unit, period: Period, actor: Actor, *, keys: Iterable[str] | None = None) -> list[Row]:
    """Every figure that `actor` may read in `unit`, in the order of the registry; only `keys` where they are given.

    A fixed number of queries, whatever the number of records: listing records costs queries only when it is done.
    """
    wanted = None if keys is None else set(keys)
    scope = Scope(unit, period)
    return [
        Row(figure, figure.compute(scope))
        for figure in figures
        if (wanted is None or figure.key in wanted) and actor.may(figure.right, unit)
    ]


def compute(unit: Unit, period: Period, actor: Actor, key: str) -> Row | None:
    """One figure; None where there is none of that key, or the actor may not read it."""
    return next(iter(compute_all(unit, period, actor, keys=[key])), None)


def to_json(unit: Unit, period: Period, rows: Iterable[Row]) -> dict[str, Any]:
    """Figures for machines: exact values; a ratio as a percentage with its exact numerator and denominator; money as a string
    in yuan to the fen, with its exact fen."""
    return {
        "unit": {"code": unit.code, "name": unit.name},
        "period": {"from": period.start.isoformat(), "to": period.end.isoformat(), "year": period.year},
        "figures": [_row_json(row) for row in rows],
    }


def _row_json(row: Row) -> dict[str, Any]:
    base: dict[str, Any] = {"key": row.key, "label": row.label, "unit": row.unit}
    if row.figure.breakdown:
        parts = [
            {"label": str(p.label), "key": p.key, **_value_json(row, p.value), "records": p.records.count}
            for p in row.result.parts
        ]
        return {**base, "value": parts, "records": row.result.records.count}
    return {**base, **_value_json(row, row.value), "records": row.result.records.count}


def _value_json(row: Row, value: int | Fraction | None) -> dict[str, Any]:
    if row.is_money:
        return money_json(value)
    return share_json(value) if row.is_share else {"value": value}


def money_json(value: int | Fraction | None) -> dict[str, Any]:
    """`{"value": "452300.00", "fen": 45230000}`; a mean to the nearest fen, its exact fen as `"n/d"`."""
    if value is None:
        return {"value": None, "fen": None}
    fen = nearest(value)
    exact = str(value) if isinstance(value, Fraction) and value.denominator != 1 else int(value)
    return {"value": f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02}", "fen": exact}


def share_json(value: int | Fraction | None) -> dict[str, Any]:
    """`{"value": 75, "numerator": 3, "denominator": 4}`; the value is an int where it is whole, else rounded to 0.1."""
    if value is None:
        return {"value": None, "numerator": None, "denominator": None}
    share = Fraction(value) * 100
    shown: int | float = share.numerator if share.denominator == 1 else float(round(share, 1))
    return {"value": shown, "numerator": Fraction(value).numerator, "denominator": Fraction(value).denominator}
