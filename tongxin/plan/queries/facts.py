"""What a year's plan and its life come to, as small frozen facts; report reads them too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils.translation import gettext as _

from tongxin.plan.rules.against import Difference, difference, sorted_out
from tongxin.plan.rules.fate import HELD, Fate
from tongxin.plan.words import DIFFERENCES, FATES, shape_of
from tongxin.ui.words import listed


@dataclass(frozen=True)
class CategoryFact:
    """A category as rows and lanes need it."""

    id: int
    code: str
    label: str
    seal: str
    tone: str
    printed: str
    counted: bool
    order: int


@dataclass(frozen=True)
class OrganiserFact:
    """A unit's part in an activity; `counts` where the activity counts for it."""

    unit_id: int
    name: str
    role: str
    counts: bool


@dataclass(frozen=True)
class ChangeFact:
    """A turn of an activity: what, why, by whom, when, and the days before and after."""

    kind: str
    kind_label: str
    reason: str
    reason_label: str
    words: str
    at: datetime
    by: str
    day_before: date | None
    day_after: date | None


@dataclass(frozen=True)
class ItemFact:
    """An activity of the year: a line of the plan (`number`, `fate`) or one that came later (both None).

    `planned_on` is the day of the frozen plan, `day` the day it was held or stands for; `shift` the days between
    (0 where it kept its day). `counted` is whether it counts among the year's activities; unit outings do not.
    `reason` belongs to the last turn that still holds.
    """

    activity_id: int
    number: int | None
    title: str
    unit_id: int
    category: CategoryFact
    counted: bool
    state: str
    state_label: str
    mode: str
    mode_label: str
    fate: Fate | None
    shift: int
    went_online: bool
    planned_on: date | None
    planned_words: str
    starts_on: date | None
    ends_on: date | None
    held_on: date | None
    held_until: date | None
    year_now: int
    expected: int | None
    persons: int | None
    person_times: int | None
    organisers: tuple[OrganiserFact, ...]
    changes: tuple[ChangeFact, ...]

    @property
    def day(self) -> date | None:
        """When it was held or is to be held; None while the day is open."""
        return self.held_on or self.starts_on

    @property
    def called_off(self) -> bool:
        """Whether it was cancelled, or became part of another."""
        return self.state in ("cancelled", "merged")

    @property
    def stands_on(self) -> date | None:
        """Under which day it is listed: its own; what was called off keeps the day it was planned for."""
        return self.day or (self.planned_on if self.called_off else None)

    @property
    def to_come(self) -> bool:
        """Whether it is still to be held, this year or the one it was carried to."""
        return not self.called_off and self.state != "done"

    @property
    def held(self) -> bool:
        """Whether it was held in the year of the plan."""
        return self.fate in HELD if self.fate else self.state == "done"

    @property
    def added(self) -> bool:
        """Whether the approved plan does not have it."""
        return self.fate is None

    @property
    def difference(self) -> Difference:
        """How it differs from the plan."""
        return difference(self.fate, shift=self.shift, went_online=self.went_online)

    @property
    def last_change(self) -> ChangeFact | None:
        """The last turn, unless it took all others back."""
        return self.changes[-1] if self.changes and self.changes[-1].kind != "reinstated" else None

    @property
    def reason(self) -> str:
        """The code of the reason that holds."""
        return self.last_change.reason if self.last_change else ""

    @property
    def reason_label(self) -> str:
        """The reason in words: those written by hand where there are any."""
        return (self.last_change.words or self.last_change.reason_label) if self.last_change else ""

    @property
    def shape(self) -> str:
        """The shape of its status: that of its figure in the drawing."""
        return shape_of(self.fate, self.state, shift=self.shift)

    @property
    def state_word(self) -> str:
        """Its status in a word: how things stand, or the year it was carried to."""
        if self.fate == Fate.CARRIED:
            return _("转到%(year)s年") % {"year": self.year_now}
        return _("将办") if self.state == "planned" else self.state_label

    @property
    def fate_word(self) -> str:
        """What became of it."""
        return str(FATES[self.fate]) if self.fate else _("计划外")

    @property
    def difference_word(self) -> str:
        """How it differs from the plan, in a word."""
        return str(DIFFERENCES[self.difference])

    @property
    def organised_by(self) -> str:
        """Who organises it."""
        return listed(organiser.name for organiser in self.organisers)

    @property
    def heads(self) -> int | None:
        """People who came, each once."""
        return self.persons if self.held else None

    @property
    def counts_for(self) -> tuple[OrganiserFact, ...]:
        """The units it counts for."""
        return tuple(organiser for organiser in self.organisers if organiser.counts)


@dataclass(frozen=True)
class WorkFact:
    """A work item of the year. `number` is its place in the plan, None where it was added later."""

    id: int
    number: int | None
    title: str
    kind: str
    kind_label: str
    state: str
    state_label: str
    share_done: int
    starts_on: date | None
    due_on: date | None
    unit_id: int
    responsible: str
    owner: str
    reason: str
    reason_label: str
    words: str
    carried_from_year: int | None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its end."""
        return self.state in ("planned", "under_way")

    @property
    def shape(self) -> str:
        """The shape of its status."""
        return {"planned": "plan", "under_way": "todo", "done": "done", "not_done": "off", "carried": "moved"}[
            self.state
        ]

    def overdue(self, today: date) -> bool:
        """Whether it is open past its due date."""
        return self.is_open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True)
class YearFacts:
    """A unit's year: the plan's activities with what became of them, those that came later, the work items.

    Without an approved plan (`approved` False) every activity that is no idea stands for the plan, and nothing is added.
    """

    unit_id: int
    unit_name: str
    year: int
    approved: bool
    approved_on: date | None
    idea: str
    items: tuple[ItemFact, ...]
    added: tuple[ItemFact, ...]
    work: tuple[WorkFact, ...]

    @cached_property
    def everything(self) -> tuple[ItemFact, ...]:
        """The plan's activities and the later ones."""
        return (*self.items, *self.added)

    @cached_property
    def planned(self) -> tuple[ItemFact, ...]:
        """The plan's activities that count (计划20项)."""
        return tuple(item for item in self.items if item.counted)

    @cached_property
    def held(self) -> tuple[ItemFact, ...]:
        """Those of the planned that were held (有效开展15项)."""
        return tuple(item for item in self.planned if item.held)

    @cached_property
    def outings(self) -> tuple[ItemFact, ...]:
        """Activities of the year that do not count among them: unit outings (单位团建)."""
        return tuple(item for item in self.everything if not item.counted)

    def by_fate(self, *fates: Fate) -> tuple[ItemFact, ...]:
        """Those of the planned with one of these fates."""
        return tuple(item for item in self.planned if item.fate in fates)

    @cached_property
    def differences(self) -> dict[Difference, list[ItemFact]]:
        """All activities by how they differ from the plan."""
        return sorted_out((item, item.difference) for item in self.everything)

    @property
    def outings_by_half(self) -> tuple[tuple[ItemFact, ...], tuple[ItemFact, ...]]:
        """Held outings of the first and of the second half of the year."""
        days = [(item, item.held_on) for item in self.outings if item.held and item.held_on]
        first = tuple(item for item, day in days if day.month <= 6)
        return first, tuple(item for item, day in days if day.month > 6)

    @property
    def outings_by_unit(self) -> dict[int, tuple[ItemFact, ...]]:
        """Outings by the unit each counts for."""
        found: dict[int, list[ItemFact]] = {}
        for item in self.outings:
            for organiser in item.counts_for:
                found.setdefault(organiser.unit_id, []).append(item)
        return {unit: tuple(items) for unit, items in found.items()}
