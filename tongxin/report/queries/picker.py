"""Figures to choose from when one is placed in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tongxin.report.queries.figures import Row
from tongxin.report.rules.chips import printed

ROUND_FROM = 10_000


@dataclass(frozen=True)
class Choice:
    """A figure as it would stand in the text."""

    ref: str
    words: str
    label: str
    group: str


def choices(rows: Iterable[Row]) -> dict[str, list[Choice]]:
    """By group; large numbers also in round words."""
    groups: dict[str, list[Choice]] = {}
    for row in rows:
        name = str(row.figure.group)
        groups.setdefault(name, []).extend(_of_row(row, name))
    return groups


def _of_row(row: Row, group: str) -> Iterable[Choice]:
    label = str(row.figure.label)
    if row.value is not None and not row.figure.breakdown:
        yield Choice(row.key, printed(row.value, row.unit), label, group)
        if isinstance(row.value, int) and row.value >= ROUND_FROM * (100 if row.is_money else 1):
            yield Choice(f"{row.key}|round", printed(row.value, row.unit, "round"), label, group)
    for part in row.result.parts:
        yield Choice(f"{row.key}:{part.key}", printed(part.value, row.unit), f"{label} · {part.label}", group)
