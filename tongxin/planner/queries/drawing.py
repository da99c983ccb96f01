"""The year with what a proposal would change: rings where things stand, dashed red where they would go. Asks no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.models import Category
from tongxin.plan.queries.for_planner import Mark, Placed, height, place, shortened
from tongxin.plan.queries.timeline import Spot, Timeline, timeline
from tongxin.planner.models import ProposedMove
from tongxin.planner.queries.gather import Gathered, Known
from tongxin.planner.rules.guess import OUTING
from tongxin.ui.words import day as day_words

LABELLED_AT_MOST = 24
NARROWEST = 12


@dataclass(frozen=True)
class Lane:
    """A category's figures."""

    category: Category
    spots: tuple[Spot, ...]
    rows: int


@dataclass(frozen=True)
class Span:
    """A restriction or exam weeks, from a day into the year to another."""

    start: int
    end: int
    row: int
    name: str
    quiet: bool = False

    @property
    def label(self) -> str:
        """The name, where there is room for some of it."""
        return self.name if self.end - self.start >= NARROWEST else ""


@dataclass(frozen=True)
class Drawing:
    """A year: `frame` has its months, festivals and vacations."""

    frame: Timeline
    lanes: tuple[Lane, ...]
    spans: tuple[Span, ...]
    span_rows: int


def drawing(found: Gathered, moves: Sequence[ProposedMove], today: date) -> Drawing:
    """The drawing of the year with the lines of a proposal."""
    by_key = {move.activity_id: move for move in moves}
    categories = sorted({one.activity.category for one in found.known}, key=lambda one: (one.order, one.pk))
    spans = tuple(_spans(found))
    return Drawing(
        timeline(found.calendar, (), (), (), today),
        tuple(_lane(category, found, by_key) for category in categories),
        spans,
        1 + max((span.row for span in spans), default=0),
    )


def _lane(category: Category, found: Gathered, moves: Mapping[int, ProposedMove]) -> Lane:
    mine = {str(one.activity.pk): one for one in found.known if one.activity.category_id == category.pk}
    labelled = category.code != OUTING and len(mine) <= LABELLED_AT_MOST
    marks = [mark for one in mine.values() if (mark := _mark(one, moves.get(one.activity.pk), labelled))]
    placed = place(marks, days=366)
    spots = tuple(_spot(one, mine[one.mark.key], moves.get(int(one.mark.key))) for one in placed)
    return Lane(category, spots, height(placed))


def _mark(one: Known, move: ProposedMove | None, labelled: bool) -> Mark | None:
    before = move.day_before if move else one.stood.day
    after = move.day_after if move else one.stood.day
    day = after or before
    if day is None:
        return None
    label = shortened(one.activity.title) if labelled or move else ""
    ring = _centre(before) if before and after and before != after else None
    return Mark(str(one.activity.pk), _centre(day), label, ring)


def _spot(placed: Placed, one: Known, move: ProposedMove | None) -> Spot:
    mark = placed.mark
    shape = ("off" if move.unplaced else "prop") if move else {"fixed": "at"}.get(one.stood.part, "ring")
    url = reverse("activities:activity", args=[one.activity.pk])
    return Spot(shape, mark.at, placed.row, placed.left, mark.label, _words(one, move), url, mark.ring)


def _words(one: Known, move: ProposedMove | None) -> str:
    now = day_words(one.stood.day) if one.stood.day else _("日子没定")
    if move is None:
        return _("%(title)s，%(day)s，不动") % {"title": one.activity.title, "day": now}
    facts = {"title": one.activity.title, "day": now, "after": day_words(move.day_after) if move.day_after else ""}
    return (_("%(title)s，%(day)s，排不下") if move.unplaced else _("%(title)s，%(day)s，拟改到%(after)s")) % facts


def _spans(found: Gathered) -> Iterable[Span]:
    """Restrictions and exam weeks, each in the first row that has room."""
    year = found.year
    told = [
        (limit.first, limit.last or year.last, found.names.limits.get(limit.key, ""), False) for limit in year.limits
    ]
    told += [(first, last, found.names.spans.get(first, ""), True) for first, last in year.exams]
    ends: list[int] = []
    for first, last, name, quiet in sorted(told):
        start, end = max(first, year.first) - year.first, min(last, year.last) - year.first + 1
        if end <= 0 or start > year.last - year.first:
            continue
        row = next((row for row, taken in enumerate(ends) if taken <= start), len(ends))
        ends += [0] * (row == len(ends))
        ends[row] = end
        yield Span(start, end, row, name, quiet)


def _centre(day: date) -> float:
    return (day - date(day.year, 1, 1)).days + 0.5
