"""The year on one page: what was planned against what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Category
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.queries.choices import UnitChoice, units_to_turn_to, years_with_plans
from tongxin.plan.queries.facts import CategoryFact, ItemFact, YearFacts
from tongxin.plan.queries.festivals import year_calendar
from tongxin.plan.queries.timeline import Timeline, timeline
from tongxin.plan.queries.year import category_fact, year_facts
from tongxin.plan.rules.against import Difference
from tongxin.plan.rules.fate import DROPPED, Fate

STATES = (
    ("open", _("将办")),
    ("held", _("已开展")),
    ("postponed", _("延期")),
    ("dropped", _("取消、并入、转下年")),
    ("added", _("计划外")),
)


@dataclass(frozen=True)
class Wanted:
    """What the reader asked to see of the year."""

    category: str = ""
    state: str = ""
    typed: str = ""
    sort: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.category or self.state or self.typed)


@dataclass(frozen=True)
class Share:
    """Held out of planned, for a category or a unit."""

    key: str
    label: str
    planned: int
    held: int
    category: CategoryFact | None = None


@dataclass(frozen=True)
class YearPage:
    """What the page shows. `rows` are filtered and sorted; all counts are of the whole year."""

    facts: YearFacts
    rows: tuple[ItemFact, ...]
    drawing: Timeline
    wanted: Wanted
    by_category: tuple[Share, ...]
    by_unit: tuple[Share, ...]
    units: list[UnitChoice]
    years: list[int]
    today: date
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def coming_first(self) -> bool:
        """Whether the rows begin with what is still to come."""
        return not self.wanted.sort and bool(self.rows) and self.rows[0].to_come

    @property
    def months(self) -> list[tuple[int, list[ItemFact]]]:
        """The rows by month of the day they were held or stand for, 0 for those without one: for the phone."""
        return by_month(self.facts.year, self.rows)


def year_page(actor: Actor, unit: Unit, year: int, today: date, wanted: Wanted) -> YearPage:
    """The year of a unit for an officer: twelve queries, however many rows."""
    facts = year_facts(unit, year)
    categories = all_categories(facts)
    rows = ordered(filtered(facts.everything, wanted), wanted.sort)
    lanes = [one for one in categories if wanted.category in ("", one.code)]
    return YearPage(
        facts=facts,
        rows=rows,
        drawing=timeline(year_calendar(year), lanes, rows, facts.work if not wanted.any else (), today),
        wanted=wanted,
        by_category=tuple(_share_of_category(facts, one) for one in categories if one.counted),
        by_unit=tuple(shares_of_units(facts)),
        units=units_to_turn_to(actor, unit),
        years=years_with_plans(unit, today),
        today=today,
        counts=counts_of(facts),
    )


def counts_of(facts: YearFacts) -> dict[str, int]:
    """What the head of the page says, of the counted activities."""
    fates = {fate: len(facts.by_fate(fate)) for fate in Fate}
    differences = {kind: sum(item.counted for item in facts.differences[kind]) for kind in Difference}
    return {
        "planned": len(facts.planned),
        "held": len(facts.held),
        "added": sum(item.counted for item in facts.added),
        **{fate.value: count for fate, count in fates.items()},
        **{f"all_{kind.value}": count for kind, count in differences.items()},
        "open_work": sum(item.is_open for item in facts.work),
        "done_work": sum(item.state == "done" for item in facts.work),
    }


def all_categories(facts: YearFacts) -> list[CategoryFact]:
    """The categories in use and those that the year has, in their order: one query."""
    here = {item.category.id for item in facts.everything}
    return [category_fact(one) for one in Category.objects.all() if one.in_use or one.pk in here]


def _share_of_category(facts: YearFacts, category: CategoryFact) -> Share:
    mine = [item for item in facts.planned if item.category.id == category.id]
    return Share(category.code, category.label, len(mine), sum(item.held for item in mine), category)


def shares_of_units(facts: YearFacts) -> Iterable[Share]:
    """Planned against held for each unit that runs or joins in, most first; joint ones count for each."""
    found: dict[int, list[ItemFact]] = {}
    names: dict[int, str] = {}
    for item in facts.planned:
        for organiser in item.counts_for:
            found.setdefault(organiser.unit_id, []).append(item)
            names[organiser.unit_id] = organiser.name
    shares = (Share(str(pk), names[pk], len(items), sum(one.held for one in items)) for pk, items in found.items())
    return sorted(shares, key=lambda share: (-share.planned, share.label))


def filtered(items: Sequence[ItemFact], wanted: Wanted) -> tuple[ItemFact, ...]:
    """The items that the reader asked for."""
    return tuple(
        item
        for item in items
        if wanted.category in ("", item.category.code)
        and (not wanted.state or in_state(item, wanted.state))
        and (wanted.typed in item.title or any(wanted.typed in one.name for one in item.organisers))
    )


def in_state(item: ItemFact, state: str) -> bool:
    """Whether the item belongs under one of `STATES`."""
    return {
        "open": not item.held and item.state in ("planned", "published", "under_way") and item.fate not in DROPPED,
        "held": item.held,
        "postponed": item.state == "postponed" and item.fate not in DROPPED,
        "dropped": item.fate in DROPPED or item.called_off,
        "added": item.added,
    }.get(state, True)


SORTS: dict[str, Callable[[ItemFact], tuple[object, ...]]] = {
    "number": lambda item: (item.number is None, item.number or 0),
    "title": lambda item: (item.category.order, item.title),
    "planned": lambda item: (item.planned_on is None, item.planned_on or date.max),
    "day": lambda item: (item.stands_on is None, item.stands_on or date.max),
    "state": lambda item: (item.state, item.stands_on or date.max),
    "people": lambda item: (-(item.persons or 0),),
}


def ordered(items: Iterable[ItemFact], sort: str) -> tuple[ItemFact, ...]:
    """Sorted as asked; else what is to come by day, then what was held, latest first, then what was called off."""
    key = SORTS.get(sort.removeprefix("-"))
    if key is None:
        return tuple(sorted(items, key=_by_nearness))
    return tuple(sorted(items, key=key, reverse=sort.startswith("-")))


def _by_nearness(item: ItemFact) -> tuple[int, int, int]:
    day = (item.stands_on or date.max).toordinal()
    if item.to_come:
        return (0, day, item.number or 0)
    return (2 if item.called_off else 1, -day, -(item.number or 0))


def by_month(year: int, items: Iterable[ItemFact]) -> list[tuple[int, list[ItemFact]]]:
    """Items by month, 0 (no day, or a day of another year) last, each month in the order of days."""
    found: dict[int, list[ItemFact]] = {}
    for item in sorted(items, key=lambda item: (item.stands_on or date.max, item.number or 0)):
        day = item.stands_on
        month = day.month if day and day.year == year else 0
        found.setdefault(month, []).append(item)
    return sorted(found.items(), key=lambda pair: pair[0] or 13)
