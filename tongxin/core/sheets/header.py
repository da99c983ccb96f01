"""Find the line of titles: anywhere in the first rows, under a title of the table and notes, in one line or in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tongxin.core.sheets.column import Column
from tongxin.core.sheets.matching import match_title
from tongxin.core.sheets.titles import about_others, forms
from tongxin.core.sheets.values import Cell, is_blank

DEPTH = 30


@dataclass(frozen=True)
class Header:
    """`row` counts from 1, None where no titles were found. `titles` are for the screen, `candidates` for matching."""

    row: int | None
    lines: int
    titles: list[str]
    candidates: list[list[str]]

    @property
    def found(self) -> bool:
        """Whether there are titles at all."""
        return self.row is not None

    @property
    def next_row(self) -> int:
        """Index (from 0) of the first row after the titles."""
        return self.row or 0

    def about_others(self, index: int) -> bool:
        """Whether the title of a column is about somebody else."""
        return any(about_others(form) for form in forms(self.titles[index]))


def find_header(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], *, header_row: int | None = None) -> Header:
    """The titles in the first rows, or at `header_row` (from 1)."""
    width = max((len(row) for row in rows), default=0)
    if header_row is not None:
        row = rows[header_row - 1] if header_row <= len(rows) else []
        return _one_line(row, header_row, width)
    best, best_score = Header(None, 0, [""] * width, [[] for _ in range(width)]), 0.0
    needed = 1.0 if len(columns) == 1 else 1.7
    for number, row in enumerate(rows[:DEPTH], start=1):
        one = _one_line(row, number, width)
        score = _score(one, columns)
        if score >= needed and score > best_score:
            best, best_score = one, score
        if number < len(rows) and (two := _two_lines(row, rows[number], number + 1, width)):
            score = _score(two, columns) - 0.5
            if score >= needed and score > best_score:
                best, best_score = two, score
    return best


def _score(header: Header, columns: Sequence[Column]) -> float:
    best: dict[str, float] = {}
    for titles in header.candidates:
        if match := match_title(titles, columns):
            best[match.key] = max(best.get(match.key, 0), match.score)
    return sum(best.values())


def _one_line(row: Sequence[Cell], number: int, width: int) -> Header:
    titles = [_title(row, index) for index in range(width)]
    return Header(number, 1, titles, [[title] if title else [] for title in titles])


def _two_lines(upper: Sequence[Cell], lower: Sequence[Cell], number: int, width: int) -> Header | None:
    """Groups above, titles below: a title below may only stand under a group, or under its own repetition."""
    if _is_heading(upper, lower, width):
        return None
    group = ""
    titles: list[str] = []
    candidates: list[list[str]] = []
    grouped = 0
    for index in range(width):
        above, below = _title(upper, index), _title(lower, index)
        group = above or (group if below else "")
        begins_group = not _title(upper, index + 1) and _title(lower, index + 1)
        if above and below and above != below and not begins_group:
            return None
        if below and group and group != below:
            grouped += 1
            titles.append(f"{group}{below}")
            candidates.append([below, group + below, below + group])
        else:
            titles.append(below or above)
            candidates.append([below or above] if below or above else [])
    return Header(number, 2, titles, candidates) if grouped else None


def _is_heading(upper: Sequence[Cell], lower: Sequence[Cell], width: int) -> bool:
    """Whether the line above is one text over the whole table: its heading, not a group of columns."""
    above = [index for index in range(width) if _title(upper, index)]
    below = [index for index in range(width) if _title(lower, index)]
    return len(above) == 1 and len(below) > 1 and above[0] <= below[0]


def _title(row: Sequence[Cell], index: int) -> str:
    if index >= len(row) or not isinstance(row[index], str) or is_blank(row[index]):
        return ""
    return " ".join(str(row[index]).split())[:60]
