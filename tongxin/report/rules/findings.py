"""Findings 问题: what the records of a year say went less well (S24), each with its evidence and where it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

BUNCHED: Final = Fraction(2, 3)
ENOUGH: Final = Fraction(9, 10)
AT_LEAST: Final = 3  # fewer than three say nothing about how a year is spread
ORGANISATION, ARRANGEMENT, CARE = "organisation", "arrangement", "care"


@dataclass(frozen=True)
class Undone:
    """A work item that did not come to its end."""

    title: str
    share: int
    kind: str
    reason: str = ""
    carried: bool = False


@dataclass(frozen=True)
class Picture:
    """A unit's year as findings see it. Pairs are first and second half of the year; `reasons` count what was not held;
    `share` is the figure of completion where there is one, `assistance` that of the year's purchasing task, `coverage` how many of
    those entitled received their packs."""

    planned: int = 0
    held: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    halves: tuple[int, int] = (0, 0)
    outings: tuple[int, int] = (0, 0)
    empty_categories: tuple[str, ...] = ()
    branches: int = 0
    idle_branches: tuple[str, ...] = ()
    undone: tuple[Undone, ...] = ()
    postponed: tuple[tuple[str, str], ...] = ()
    uncounted: tuple[str, ...] = ()
    share: Fraction | None = None
    assistance: Fraction | None = None
    coverage: Fraction | None = None

    @property
    def completion(self) -> Fraction | None:
        """Which share of the plan was held: what was added later does not make up for what was not held."""
        held = Fraction(self.held, self.planned) if self.planned else None
        return self.share if self.share is not None else held


@dataclass(frozen=True)
class Finding:
    """`code` is stable, `values` fill its sentences, `figure` opens the records, `place` is the part it belongs to."""

    code: str
    severity: str
    place: str
    figure: str
    values: Mapping[str, Any] = field(default_factory=dict)


def find(year: Picture) -> list[Finding]:
    """All findings of a year, in the order in which a summary tells them."""
    return [*_organisation(year), *_completion(year), *_spread(year), *_work(year), *_care(year)]


def bunched(halves: tuple[int, int]) -> int:
    """1 or 2 where more than two thirds of at least three fall into that half of the year, else 0."""
    total = sum(halves)
    if total < AT_LEAST:
        return 0
    return next((half for half, count in enumerate(halves, 1) if Fraction(count, total) > BUNCHED), 0)


def _organisation(year: Picture) -> Iterator[Finding]:
    if year.idle_branches:
        values = {"count": len(year.idle_branches), "branches": year.branches, "names": year.idle_branches}
        yield Finding("branches.idle", "warn", ORGANISATION, "branches.without_activities", values)


def _completion(year: Picture) -> Iterator[Finding]:
    if year.completion is not None and year.completion < 1:
        values = {"planned": year.planned, "held": year.held, "share": year.completion, "reasons": year.reasons}
        yield Finding("completion", "bad", ARRANGEMENT, "activities.completion", values)
    if year.empty_categories:
        yield Finding(
            "categories.empty", "warn", ARRANGEMENT, "activities.held.by_category", {"names": year.empty_categories}
        )
    if year.uncounted:
        values = {"count": len(year.uncounted), "names": year.uncounted}
        yield Finding("headcount.missing", "warn", ARRANGEMENT, "activities.participations", values)


def _spread(year: Picture) -> Iterator[Finding]:
    for code, halves, figure in (
        ("activities.bunched", year.halves, "activities.held"),
        ("outings.bunched", year.outings, "outings.held"),
    ):
        if half := bunched(halves):
            values = {"half": half, "count": halves[half - 1], "total": sum(halves)}
            yield Finding(code, "warn", ARRANGEMENT, figure, values)


def _work(year: Picture) -> Iterator[Finding]:
    if year.undone:
        values = {"count": len(year.undone), "items": year.undone}
        yield Finding("work.undone", "bad", ARRANGEMENT, "plan.items_not_done", values)
    if year.postponed:
        values = {"count": len(year.postponed), "items": year.postponed}
        yield Finding("postponed.beyond", "warn", ARRANGEMENT, "activities.postponed", values)


def _care(year: Picture) -> Iterator[Finding]:
    if year.assistance is not None and year.assistance < 1:
        yield Finding("assistance.behind", "warn", CARE, "assistance.task_completion", {"share": year.assistance})
    if year.coverage is not None and year.coverage < ENOUGH:
        yield Finding("welfare.uncollected", "warn", CARE, "welfare.coverage", {"share": year.coverage})
