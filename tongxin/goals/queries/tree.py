"""The year's framework with what serves each goal and how far it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tongxin.activities.models import Activity
from tongxin.goals.access import may_read
from tongxin.goals.models import Goal, Indicator, Serves
from tongxin.goals.queries.values import MeasureFact, Values, measure_fact
from tongxin.goals.rules.tree import below
from tongxin.goals.words import SEALS, TONES, told_owner
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.queries.facts import ItemFact, WorkFact, YearFacts
from tongxin.plan.queries.year import year_facts


@dataclass(frozen=True)
class GoalFact:
    """A goal with everything that serves it or a goal below it, each once. `by_group` came by the activity group."""

    id: int
    kind: str
    kind_label: str
    seal: str
    tone: str
    title: str
    words: str
    owner: str
    group: str
    depth: int
    children: tuple[GoalFact, ...]
    indicators: tuple[MeasureFact, ...]
    activities: tuple[ItemFact, ...]
    work: tuple[WorkFact, ...]
    by_group: frozenset[int]
    ideas: int

    @cached_property
    def planned(self) -> tuple[ItemFact, ...]:
        """The planned activities among those that serve it."""
        return tuple(item for item in self.activities if item.counted and not item.added)

    @cached_property
    def held(self) -> tuple[ItemFact, ...]:
        """Those of the planned that were held."""
        return tuple(item for item in self.planned if item.held)

    @property
    def added(self) -> int:
        """Activities that serve it and stand in no plan."""
        return len(self.activities) - len(self.planned)

    @property
    def work_done(self) -> int:
        """Work items that are done."""
        return sum(item.state == "done" for item in self.work)

    @property
    def is_empty(self) -> bool:
        """Whether nothing serves it: no activity, no work item, no indicator with a value."""
        return not (self.activities or self.work or any(one.value for one in self.indicators))

    @property
    def reached(self) -> bool:
        """Whether it has indicators and all of them reach their targets."""
        return bool(self.indicators) and all(one.reached for one in self.indicators)

    @property
    def share(self) -> int:
        """Held out of planned, whole percent."""
        return 100 * len(self.held) // len(self.planned) if self.planned else 0

    @cached_property
    def everything(self) -> tuple[GoalFact, ...]:
        """It and all below it, in order."""
        return (self, *(each for child in self.children for each in child.everything))


@dataclass(frozen=True)
class GoalTree:
    """The goals of a unit's year. `loose` are the planned activities that serve no goal."""

    unit_id: int
    year: int
    facts: YearFacts
    tops: tuple[GoalFact, ...]
    figures_shown: bool

    @cached_property
    def everything(self) -> tuple[GoalFact, ...]:
        """All goals, in order."""
        return tuple(each for top in self.tops for each in top.everything)

    @cached_property
    def leaves(self) -> tuple[GoalFact, ...]:
        """The goals with none below them: those that count."""
        return tuple(each for each in self.everything if not each.children)

    @property
    def empty(self) -> tuple[GoalFact, ...]:
        """The goals that nothing serves."""
        return tuple(each for each in self.leaves if each.is_empty)

    @cached_property
    def loose(self) -> tuple[ItemFact, ...]:
        """Planned activities that serve no goal."""
        served = {item.activity_id for top in self.tops for item in top.activities}
        return tuple(item for item in self.facts.planned if item.activity_id not in served)

    @property
    def sections(self) -> list[tuple[str, list[GoalFact]]]:
        """The goals at the top by kind, as 一个引领，两项促进，三组活动 puts them."""
        found: dict[str, list[GoalFact]] = {}
        for top in self.tops:
            found.setdefault(top.kind_label, []).append(top)
        return list(found.items())

    def find(self, pk: int) -> GoalFact | None:
        """One goal."""
        return next((each for each in self.everything if each.id == pk), None)


@dataclass(frozen=True)
class _Makings:
    goals: Mapping[int, Goal]
    children: Mapping[int, list[int]]
    own: Mapping[int, tuple[frozenset[int], frozenset[int]]]
    grouped: Mapping[int, frozenset[int]]
    items: Mapping[int, ItemFact]
    work: Mapping[int, WorkFact]
    indicators: Mapping[int, list[MeasureFact]]


def goal_tree(actor: Actor, unit: Unit, year: int) -> GoalTree:
    """The tree of a unit's year: twelve queries, and those of every different figure that measures a goal (only for
    readers of figures)."""
    goals = {
        goal.pk: goal
        for goal in Goal.objects.filter(unit=unit, year=year).select_related("owner", "owner_unit", "group")
    }
    facts = year_facts(unit, year)
    items = {item.activity_id: item for item in facts.everything}
    shows = may_read(actor, unit)
    children: dict[int, list[int]] = {}
    for goal in goals.values():
        if goal.parent_id:
            children.setdefault(goal.parent_id, []).append(goal.pk)
    makings = _Makings(
        goals, children, _hung(goals), _grouped(goals, items), items, {item.id: item for item in facts.work},
        _indicators(unit, year, goals) if shows else {},
    )  # fmt: skip
    tops = tuple(_fact(makings, goal, 0) for goal in goals.values() if goal.parent_id not in goals)
    return GoalTree(unit.pk, year, facts, tops, shows)


def _hung(goals: Iterable[int]) -> dict[int, tuple[frozenset[int], frozenset[int]]]:
    activities: dict[int, set[int]] = {}
    work: dict[int, set[int]] = {}
    for goal, activity, item in Serves.objects.filter(goal__in=goals).values_list("goal", "activity", "work_item"):
        (activities if activity else work).setdefault(goal, set()).add(activity or item)
    return {goal: (frozenset(activities.get(goal, ())), frozenset(work.get(goal, ()))) for goal in goals}


def _grouped(goals: Mapping[int, Goal], items: Mapping[int, ItemFact]) -> dict[int, frozenset[int]]:
    """The activities that serve a goal by their group."""
    groups = {goal.group_id: goal.pk for goal in goals.values() if goal.group_id}
    found: dict[int, set[int]] = {}
    for pk, group in Activity.objects.filter(pk__in=list(items), group__in=groups).values_list("pk", "group"):
        found.setdefault(groups[group], set()).add(pk)
    return {goal: frozenset(found.get(goal, ())) for goal in goals}


def _indicators(unit: Unit, year: int, goals: Iterable[int]) -> dict[int, list[MeasureFact]]:
    values = Values(unit)
    found: dict[int, list[MeasureFact]] = {}
    for one in Indicator.objects.filter(goal__in=goals):
        found.setdefault(one.goal_id, []).append(measure_fact(values, year, one, one.value))
    return found


def _fact(makings: _Makings, goal: Goal, depth: int) -> GoalFact:
    family = list(below(makings.children, goal.pk))
    hung = {pk for one in family for pk in makings.own[one][0]}
    grouped = {pk for one in family for pk in makings.grouped[one]}
    work = {pk for one in family for pk in makings.own[one][1]}
    activities = [makings.items[pk] for pk in hung | grouped if pk in makings.items]
    return GoalFact(
        id=goal.pk,
        kind=goal.kind,
        kind_label=goal.get_kind_display(),
        seal=SEALS[goal.kind],
        tone=TONES[goal.kind],
        title=goal.title,
        words=goal.words,
        owner=told_owner(goal.owner, goal.owner_unit) if goal.owner_id or goal.owner_unit_id else "",
        group=goal.group.label if goal.group else "",
        depth=depth,
        children=tuple(_fact(makings, makings.goals[pk], depth + 1) for pk in makings.children.get(goal.pk, ())),
        indicators=tuple(makings.indicators.get(goal.pk, ())),
        activities=tuple(
            sorted(activities, key=lambda item: (item.stands_on is None, str(item.stands_on), item.activity_id))
        ),
        work=tuple(makings.work[pk] for pk in sorted(work) if pk in makings.work),
        by_group=frozenset(grouped - hung),
        ideas=len(hung - makings.items.keys()),
    )
