"""The year on one line: where every ring, dot, bar and festival stands. Works on facts, asks no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tongxin.plan.queries.facts import CategoryFact, ItemFact, WorkFact
from tongxin.plan.queries.festivals import YearCalendar
from tongxin.plan.rules import lanes
from tongxin.plan.rules.marks import Figure, added_figure, figure_of
from tongxin.plan.words import month_word
from tongxin.ui.words import day as day_words

# What the lane shows. 国庆 crowds 中秋 and 重阳 in most years; it is in the month's calendar with the lesser days.
IN_LANE = frozenset(
    ["yuandan", "chunjie", "yuanxiao", "sanba", "qingming", "wuyi", "duanwu", "jiaoshi", "zhongqiu", "chongyang"]
)
LABELLED_AT_MOST = 24
LONGEST = 12
PLANNED = " planned"


@dataclass(frozen=True)
class Month:
    """A month of the head: its width in days."""

    number: int
    days: int
    now: bool

    @property
    def label(self) -> str:
        """`10月`, `Oct`."""
        return month_word(self.number)


@dataclass(frozen=True)
class Spot:
    """A figure in its lane; positions are days into the year."""

    shape: str
    day: float
    row: int
    left: bool
    label: str
    words: str
    url: str
    ring: float | None = None

    @property
    def line(self) -> tuple[float, float] | None:
        """From where to where a line joins the ring with the figure."""
        return None if self.ring is None else (min(self.ring, self.day), max(self.ring, self.day))


@dataclass(frozen=True)
class Lane:
    """The figures of a category."""

    category: CategoryFact
    spots: tuple[Spot, ...]
    rows: int


@dataclass(frozen=True)
class Bar:
    """A work item from its beginning to its due date, filled as far as it is done."""

    start: float
    end: float
    share: int
    row: int
    label: str
    left: bool
    on_bar: bool
    late: bool
    url: str
    words: str

    @property
    def label_at(self) -> float:
        """Where the label begins, or ends when it stands left."""
        if self.on_bar:
            return self.start
        return self.start if self.left else self.end


@dataclass(frozen=True)
class Timeline:
    """Everything that the year's drawing shows; `undated` are the activities that have no day to stand on."""

    year: int
    days: int
    months: tuple[Month, ...]
    festivals: tuple[lanes.Chip, ...]
    festival_rows: int
    vacations: tuple[tuple[int, int, str], ...]
    today: float | None
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    bar_rows: int
    undated: tuple[ItemFact, ...]

    @property
    def undated_titles(self) -> list[str]:
        """What the activities without a day are called."""
        return [item.title for item in self.undated]

    @property
    def columns(self) -> str:
        """The widths of the months, as a grid takes them."""
        return " ".join(f"{month.days}fr" for month in self.months)


def timeline(
    calendar: YearCalendar,
    categories: Sequence[CategoryFact],
    items: Sequence[ItemFact],
    work: Sequence[WorkFact],
    today: date,
) -> Timeline:
    """The drawing of a year."""
    year = calendar.year
    days = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    figures = [(item, _figure(year, item)) for item in items]
    bars = _bars(year, days, work, today)
    festivals = tuple(_festivals(calendar, days))
    return Timeline(
        year=year,
        days=days,
        months=tuple(_months(year, today)),
        festivals=festivals,
        festival_rows=1 + max((chip.row for chip in festivals), default=0),
        vacations=tuple((_into(run.start, year) - 1, _into(run.end, year), run.name) for run in calendar.vacations),
        today=_centre(today) if today.year == year else None,
        lanes=tuple(_lane(category, figures, days) for category in categories),
        bars=bars,
        bar_rows=1 + max((bar.row for bar in bars), default=0),
        undated=tuple(item for item, figure in figures if figure is None),
    )


def _figure(year: int, item: ItemFact) -> Figure | None:
    if item.fate is None:
        return added_figure(year, item.state, item.day)
    return figure_of(year, item.fate, item.planned_on, item.day, shift=item.shift)


def _months(year: int, today: date) -> Iterable[Month]:
    for number in range(1, 13):
        following = date(year + number // 12, number % 12 + 1, 1)
        days = (following - date(year, number, 1)).days
        yield Month(number, days, (year, number) == (today.year, today.month))


def _festivals(calendar: YearCalendar, days: int) -> list[lanes.Chip]:
    shown = (one for one in calendar.festivals if one.key in IN_LANE or one.key.startswith("hand-"))
    return lanes.chips(((_centre(one.day), lanes.shortened(one.brief, LONGEST)) for one in shown), days=days)


def _lane(category: CategoryFact, figures: Iterable[tuple[ItemFact, Figure | None]], days: int) -> Lane:
    """A category's lane. Outings, and what would be too many names, stand without names, rings beside dots."""
    mine = {
        str(item.activity_id): (item, figure) for item, figure in figures if figure and item.category.id == category.id
    }
    labelled = category.counted and len(mine) <= LABELLED_AT_MOST
    marks = [mark for key, (item, figure) in mine.items() for mark in _marks(key, item, figure, labelled)]
    placed = lanes.place(marks, days=days)
    return Lane(
        category, tuple(_spot(one, *mine[one.mark.key.removesuffix(PLANNED)]) for one in placed), lanes.height(placed)
    )


def _marks(key: str, item: ItemFact, figure: Figure, labelled: bool) -> Iterable[lanes.Mark]:
    ring = _centre(figure.ring) if figure.ring else None
    if labelled:
        yield lanes.Mark(key, _centre(figure.day), lanes.shortened(item.title, LONGEST), ring)
        return
    yield lanes.Mark(key, _centre(figure.day))
    if ring is not None:
        yield lanes.Mark(key + PLANNED, ring)


def _spot(placed: lanes.Placed, item: ItemFact, figure: Figure) -> Spot:
    mark = placed.mark
    shape = "ring" if mark.key.endswith(PLANNED) else figure.shape
    url = _url("activities:activity", item.activity_id)
    return Spot(shape, mark.at, placed.row, placed.left, mark.label, _words(item), url, mark.ring)


def _words(item: ItemFact) -> str:
    facts = {
        "title": item.title,
        "state": item.state_label,
        "planned": day_words(item.planned_on) if item.planned_on else item.planned_words or "—",
        "day": day_words(item.day) if item.day else _("日期待定"),
    }
    if item.added:
        return _("%(title)s，计划外，%(day)s，%(state)s") % facts
    return _("%(title)s，计划%(planned)s，现为%(day)s，%(state)s") % facts


def _bars(year: int, days: int, work: Sequence[WorkFact], today: date) -> tuple[Bar, ...]:
    known = {str(item.id): (item, *_reach(year, days, item)) for item in work}
    marks = [
        lanes.Mark(key, end, _bar_words(item, today), start, solid=True) for key, (item, start, end) in known.items()
    ]
    placed = lanes.place(marks, days=days)
    return tuple(
        Bar(
            start,
            end,
            item.share_done,
            one.row,
            one.mark.label,
            one.left,
            one.on_bar,
            item.overdue(today),
            _url("plan:item", item.id),
            item.title,
        )
        for one in placed
        for item, start, end in [known[one.mark.key]]
    )


def _reach(year: int, days: int, item: WorkFact) -> tuple[float, float]:
    """From when to when a bar reaches, in days into the year; the whole year where nothing is said."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    start = min(max(item.starts_on or first, first), last)
    end = min(max(item.due_on or last, start), last)
    return float(_into(start, year) - 1), float(_into(end, year))


def _bar_words(item: WorkFact, today: date) -> str:
    facts = {"title": lanes.shortened(item.title, LONGEST), "share": item.share_done, "state": item.state_label}
    if item.overdue(today):
        return _("%(title)s，%(share)s%%，已过期") % facts
    return _("%(title)s，%(share)s%%") % facts if item.is_open else _("%(title)s，%(state)s") % facts


def _into(day: date, year: int) -> int:
    return (day - date(year, 1, 1)).days + 1


def _centre(day: date) -> float:
    return _into(day, day.year) - 0.5


def _url(name: str, pk: int) -> str:
    try:
        return reverse(name, args=[pk])
    except NoReverseMatch:
        return ""
