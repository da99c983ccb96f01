"""Cells merged over several rows: only the first holds the value, the rows below mean the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tongxin.core.sheets.values import Cell, is_blank

Range = tuple[tuple[int, int], tuple[int, int]]


class GridRow(NamedTuple):
    """One row as the file has it. `filled` are the columns whose value was carried down from a merged cell,
    `banner` the columns of cells merged over several columns (titles, headings)."""

    cells: list[Cell]
    filled: frozenset[int] = frozenset()
    banner: frozenset[int] = frozenset()


def fill_down(rows: Iterable[list[Cell]], ranges: Iterable[Range]) -> Iterator[GridRow]:
    """Carry the value of each merged cell down its first column; to the right nothing is carried."""
    if not (ranges := list(ranges)):
        yield from map(GridRow, rows)
        return
    starting: dict[int, list[Range]] = defaultdict(list)
    for merged in ranges:
        starting[merged[0][0]].append(merged)
    active: list[tuple[int, int, Cell]] = []
    for number, cells in enumerate(rows):
        active = [carried for carried in active if carried[0] >= number]
        filled = frozenset(column for _, column, _ in active if column < len(cells) and is_blank(cells[column]))
        for _, column, value in active:
            if column in filled:
                cells[column] = value
        banner = set()
        for (_, left), (bottom, right) in starting.pop(number, ()):
            if left >= len(cells) or is_blank(cells[left]):
                continue
            if right > left:
                banner.add(left)
            if bottom > number:
                active.append((bottom, left, cells[left]))
        yield GridRow(cells, filled, frozenset(banner))
