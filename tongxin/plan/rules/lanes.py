"""Where the labels of the year stand so that none covers another. Pure; positions are pixels from the lane's left.

Days are drawn in percent of the lane, labels in pixels, so rows are worked out for the narrowest lane that the page
allows (its minimum width); in a wider one everything only moves apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

NARROWEST: Final = 756
WIDE, NARROW, BETWEEN = 12.0, 7.2, 2.0
HALF, GAP, AIR = 7.0, 5.0, 6.0
LONGEST: Final = 16
DOT: Final = "·"
CHIP, NUDGE = 2.5, 14.0
NEIGHBOURS: Final = 12


@dataclass(frozen=True)
class Mark:
    """A figure to place: `at` and `ring` are days into the year (0 … days), `label` may be empty.

    `solid` figures are bars from `ring` to `at`: their label stands before or behind them, or on them where neither fits.
    """

    key: str
    at: float
    label: str = ""
    ring: float | None = None
    solid: bool = False


@dataclass(frozen=True)
class Placed:
    """A mark in its row, its label to the right or to the left; `box` is what it covers."""

    mark: Mark
    row: int
    left: bool
    box: tuple[float, float]
    on_bar: bool = False


@dataclass
class _Row:
    boxes: list[tuple[float, float]] = field(default_factory=list)

    def takes(self, box: tuple[float, float]) -> bool:
        return all(box[1] <= start or end <= box[0] for start, end in self.boxes)


def text_width(text: str) -> float:
    """About how wide a text stands in 12 px: Chinese 12, others 7.2, and the air between the two kinds."""
    dots = text.count(DOT)
    wide = [unicodedata.east_asian_width(character) in "WFA" for character in text.replace(DOT, "")]
    turns = sum(first != second for first, second in pairwise(wide))
    return sum(WIDE if is_wide else NARROW for is_wide in wide) + turns * BETWEEN + dots * NARROW


def shortened(label: str, longest: int = LONGEST) -> str:
    """The label, cut with an ellipsis where it is too long for the year."""
    return label if len(label) <= longest else f"{label[: longest - 1]}…"


def place(marks: Iterable[Mark], *, days: int, width: float = NARROWEST) -> list[Placed]:
    """Every mark in the first row that has room for it, in the order of their days."""
    rows: list[_Row] = []
    placed = []
    for mark in sorted(marks, key=lambda mark: (min(mark.at, mark.ring or mark.at), mark.at, mark.key)):
        boxes = _boxes(mark, days, width)
        row, (left, box) = _first_fit(rows, boxes)
        rows[row].boxes.append(box)
        placed.append(Placed(mark, row, left, box, mark.solid and len(boxes) == 1 and box == _bare(mark, days, width)))
    return placed


def height(placed: Sequence[Placed]) -> int:
    """How many rows the lane needs, at least one."""
    return 1 + max((one.row for one in placed), default=0)


def _first_fit(
    rows: list[_Row], boxes: list[tuple[bool, tuple[float, float]]]
) -> tuple[int, tuple[bool, tuple[float, float]]]:
    for number, row in enumerate(rows):
        for left, box in boxes:
            if row.takes(box):
                return number, (left, box)
    rows.append(_Row())
    return len(rows) - 1, boxes[0]


def _boxes(mark: Mark, days: int, width: float) -> list[tuple[bool, tuple[float, float]]]:
    """What the mark would cover with its label right, then left; only sides on which the label fits."""
    here, there = _pixels(mark, days, width)
    start, end = _bare(mark, days, width)
    if not mark.label:
        return [(False, (start, end))]
    reach = HALF + GAP + text_width(mark.label) + AIR
    first = min(here, there) if mark.solid else here
    right, left = (False, (start, max(end, here + reach))), (True, (min(start, first - reach), end))
    inside = [side for side, fits in ((right, here + reach <= width + HALF), (left, first - reach >= -HALF)) if fits]
    if mark.solid:
        return inside or [(False, (start, end))]
    free = {False: (here + HALF, here + reach), True: (here - reach, here - HALF)}
    # Rather on its own ring than outside of the lane.
    return [side for side in inside if not _covers(there, *free[side[0]])] or inside


def _pixels(mark: Mark, days: int, width: float) -> tuple[float, float]:
    here = mark.at / days * width
    return here, here if mark.ring is None else mark.ring / days * width


def _bare(mark: Mark, days: int, width: float) -> tuple[float, float]:
    """What the mark covers without its label."""
    here, there = _pixels(mark, days, width)
    return min(here, there) - HALF, max(here, there) + HALF


def _covers(ring: float, start: float, end: float) -> bool:
    """Whether a label from `start` to `end` would lie on the mark's own ring."""
    return start < ring + HALF and ring - HALF < end


@dataclass(frozen=True)
class Chip:
    """A name centred on its day, in a row."""

    at: float
    name: str
    row: int


def chips(names: Iterable[tuple[float, str]], *, days: int, width: float = NARROWEST) -> list[Chip]:
    """Names centred on their days, a little beside where they would overlap. Neighbours of a few days become one,
    such as 中秋·国庆; what finds no room goes into a further row."""
    ends: list[float] = []
    placed = []
    for at, name in _joined(sorted(names), days, width):
        half = text_width(name) / 2 + CHIP
        here = min(max(at / days * width, half - HALF), width + HALF - half)
        row = next((row for row, end in enumerate(ends) if end + half - here <= NUDGE), len(ends))
        ends += [-HALF] * (row == len(ends))
        here = max(here, ends[row] + half)
        ends[row] = here + half
        placed.append(Chip(round(here / width * days, 2), name, row))
    return placed


def _joined(names: list[tuple[float, str]], days: int, width: float) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    for at, name in names:
        if found and at - found[-1][0] <= NEIGHBOURS and _overlap(found[-1], (at, name), days, width):
            before, first = found.pop()
            found.append(((before + at) / 2, f"{first}{DOT}{name}"))
        else:
            found.append((at, name))
    return found


def _overlap(first: tuple[float, str], second: tuple[float, str], days: int, width: float) -> bool:
    gap = (second[0] - first[0]) / days * width
    return gap < (text_width(first[1]) + text_width(second[1])) / 2 + 2 * CHIP
