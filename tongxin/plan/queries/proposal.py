"""What an approval would freeze today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from tongxin.activities.models import Activity, Category
from tongxin.org.models import Unit
from tongxin.plan.models import WorkItem
from tongxin.plan.queries.baseline import path_of

NOT_PLANNED = (Activity.State.IDEA, Activity.State.CANCELLED, Activity.State.MERGED)


@dataclass(frozen=True)
class ProposedItem:
    """One line as it would stand in the baseline."""

    number: int
    title: str
    activity: Activity | None
    work_item: WorkItem | None
    category: Category | None
    counted: bool
    planned_on: date | None
    planned_words: str
    expected: int | None
    organisers: list[dict[str, Any]]

    @property
    def organised_by(self) -> list[str]:
        """The names of who organises it."""
        return [organiser["name"] for organiser in self.organisers]

    def fields(self) -> dict[str, Any]:
        """The line as fields of a BaselineItem."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class Proposal:
    """The lines, numbered: counted activities by date, then those that do not count, then work items."""

    items: tuple[ProposedItem, ...]

    @cached_property
    def counted(self) -> int:
        """How many of them count as activities of the year."""
        return sum(item.counted for item in self.items)

    @property
    def told(self) -> list[tuple[str, str, str, list[str]]]:
        """What a reader of the plan sees of it, line by line: title, day, words for the day, organisers."""
        return [(one.title, str(one.planned_on or ""), one.planned_words, one.organised_by) for one in self.items]

    @cached_property
    def undated(self) -> int:
        """How many activities have neither a day nor words for one."""
        return sum(item.activity is not None and not (item.planned_on or item.planned_words) for item in self.items)


def proposal(unit: Unit, year: int) -> Proposal:
    """What `approve_plan` would freeze for the unit with all below it: three queries."""
    lines = [*_activities(unit, year), *_work(unit, year)]
    return Proposal(tuple(ProposedItem(number=number, **line) for number, line in enumerate(lines, 1)))


def _activities(unit: Unit, year: int) -> Iterable[dict[str, Any]]:
    found = (
        Activity.objects.filter(unit__path__startswith=path_of(unit), year=year)
        .exclude(state__in=NOT_PLANNED)
        .select_related("category")
        .prefetch_related("organisers__unit")
    )
    for activity in sorted(found, key=_order):
        yield {
            "title": activity.title,
            "activity": activity,
            "work_item": None,
            "category": activity.category,
            "counted": activity.category.counted,
            "planned_on": activity.planned_on or activity.starts_on,
            "planned_words": activity.planned_words,
            "expected": activity.expected,
            "organisers": [
                {"unit": one.unit_id, "name": one.unit.called, "role": one.role, "counts": one.counts}
                for one in activity.organisers.all()
            ],
        }


def _order(activity: Activity) -> tuple[bool, date, int]:
    day = activity.planned_on or activity.starts_on
    return (not activity.category.counted, day or date.max, activity.pk)


def _work(unit: Unit, year: int) -> Iterable[dict[str, Any]]:
    found = WorkItem.objects.filter(unit__path__startswith=path_of(unit), year=year).select_related("responsible_unit")
    for item in sorted(found, key=lambda item: (item.due_on or date.max, item.pk)):
        responsible = item.responsible_unit
        yield {
            "title": item.title,
            "activity": None,
            "work_item": item,
            "category": None,
            "counted": False,
            "planned_on": item.due_on,
            "planned_words": "",
            "expected": None,
            "organisers": [{"unit": responsible.pk, "name": responsible.called, "role": "run", "counts": True}]
            if responsible
            else [],
        }
