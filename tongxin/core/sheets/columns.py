"""Which column of a sheet is which: told by title, by a likeness of title, or by content; a person may overrule it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongxin.core.sheets.column import Column
from tongxin.core.sheets.header import Header, find_header
from tongxin.core.sheets.matching import Match, match_title
from tongxin.core.sheets.titles import IGNORED, REASON, norm
from tongxin.core.sheets.values import Cell, is_blank, shown

SURE = 0.8


@dataclass(frozen=True)
class Layout:
    """How a sheet was understood. Rows count from 1 as on the screen, columns from 0. `header_row`: the (last) line of
    titles, None where no titles were found; `header_lines` how many lines they take (0, 1 or 2)."""

    header_row: int | None
    header_lines: int
    titles: list[str]
    mapping: dict[int, str]
    unknown: list[tuple[int, str]]
    missing: list[str]
    by_content: frozenset[int]
    by_likeness: frozenset[int]
    ignored: frozenset[int]
    confidence: float

    @property
    def first_row(self) -> int:
        """The row (from 1) where the data begin."""
        return (self.header_row or 0) + 1

    def index_of(self, key: str) -> int | None:
        """The column that holds `key`."""
        return next((index for index, found in self.mapping.items() if found == key), None)


def understand(
    rows_head: Sequence[Sequence[Cell]],
    columns: Sequence[Column],
    *,
    chosen: Mapping[int, str | None] | None = None,
    header_row: int | None = None,
) -> Layout:
    """Understand a sheet from its first rows (some 60 are enough).

    `chosen` overrules the mapping column by column (None: leave this column out); `header_row` (from 1) says where the
    titles are.
    """
    header = find_header(rows_head, columns, header_row=header_row)
    matches = _best_of_each(header, columns)
    exact = {index: match.key for index, match in matches.items() if match.exact}
    alike = {index: match.key for index, match in matches.items() if not match.exact}
    taken = {**exact, **alike}
    content = _by_content(rows_head, header, columns, taken)
    mapping = _overrule({**taken, **content}, chosen or {})
    return _layout(header, columns, mapping, frozenset(content), frozenset(alike))


def _best_of_each(header: Header, columns: Sequence[Column]) -> dict[int, Match]:
    """Each key once: an exact title goes before a likeness, then the column further left."""
    found = [
        (index, match) for index, titles in enumerate(header.candidates) if (match := match_title(titles, columns))
    ]
    found.sort(key=lambda pair: (-pair[1].score, pair[0]))
    best: dict[int, Match] = {}
    keys: set[str] = set()
    for index, match in found:
        if match.key not in keys:
            keys.add(match.key)
            best[index] = match
    return dict(sorted(best.items()))


def _by_content(
    rows_head: Sequence[Sequence[Cell]], header: Header, columns: Sequence[Column], taken: Mapping[int, str]
) -> dict[int, str]:
    free = [column for column in columns if column.looks_like and column.key not in taken.values()]
    body = rows_head[header.next_row :]
    claims: list[tuple[float, int, str]] = []
    for index in range(len(header.titles)):
        if index in taken or norm(header.titles[index]) in IGNORED or header.about_others(index):
            continue
        values = [shown(row[index]).strip() for row in body if index < len(row) and not is_blank(row[index])]
        if len(values) >= 2 or (values and not header.found):
            claims += [(column.looks_like(values[:40]), index, column.key) for column in free if column.looks_like]
    found: dict[int, str] = {}
    for score, index, key in sorted(claims, key=lambda claim: (-claim[0], claim[1])):
        if score >= SURE and index not in found and key not in found.values():
            found[index] = key
    return found


def _overrule(mapping: dict[int, str], chosen: Mapping[int, str | None]) -> dict[int, str]:
    wanted = {key for key in chosen.values() if key}
    kept = {index: key for index, key in mapping.items() if index not in chosen and key not in wanted}
    return dict(sorted({**kept, **{index: key for index, key in chosen.items() if key}}.items()))


def _layout(
    header: Header, columns: Sequence[Column], mapping: dict[int, str], content: frozenset[int], alike: frozenset[int]
) -> Layout:
    ignored = frozenset(i for i, title in enumerate(header.titles) if norm(title) in IGNORED and i not in mapping)
    unknown = [(i, title) for i, title in enumerate(header.titles) if title and i not in mapping and i not in ignored]
    missing = [column.key for column in columns if column.required and column.key not in mapping.values()]
    worth = sum(0.5 if index in content else 0.7 if index in alike else 1.0 for index in mapping)
    return Layout(
        header_row=header.row,
        header_lines=header.lines,
        titles=header.titles,
        mapping=mapping,
        unknown=unknown,
        missing=missing,
        by_content=content & mapping.keys(),
        by_likeness=alike & mapping.keys(),
        ignored=ignored,
        confidence=round(worth / max(len(columns), 1), 3),
    )


__all__ = ["REASON", "Column", "Layout", "understand"]
