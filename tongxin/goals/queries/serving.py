"""What may be hung on a goal, or on which goals something may be hung."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tongxin.activities.models import Activity
from tongxin.goals.access import CHANGE, activities_to_hang, chosen_goals, work_to_hang
from tongxin.goals.models import Goal, Serves
from tongxin.org.actor import Actor
from tongxin.plan.models import WorkItem


@dataclass(frozen=True)
class Choice:
    """A thing to tick: `ticked` where it is hung already, `elsewhere` names the goals that it serves besides."""

    id: int
    title: str
    day: date | None
    seal: str
    tone: str
    ticked: bool
    by_group: bool
    elsewhere: tuple[str, ...]


@dataclass(frozen=True)
class Offered:
    """The activities and work items of the goal's year; those that serve no goal yet come first."""

    activities: Sequence[Choice]
    work: Sequence[Choice]


def to_hang(actor: Actor, goal: Goal) -> Offered:
    """What may serve the goal: four queries."""
    served = Serves.objects.filter(goal__unit=goal.unit, goal__year=goal.year)
    names: dict[tuple[str, int], list[str]] = {}
    here: set[tuple[str, int]] = set()
    for pk, title, activity, work in served.values_list("goal", "goal__title", "activity", "work_item"):
        key = ("activity", activity) if activity else ("work", work)
        if pk == goal.pk:
            here.add(key)
        else:
            names.setdefault(key, []).append(title)
    groups = dict(
        Goal.objects.filter(unit=goal.unit, year=goal.year, group__isnull=False).values_list("group", "title")
    )
    activities = activities_to_hang(actor, goal.unit, goal.year).exclude(state__in=("cancelled", "merged"))
    rows = [
        _activity(one, goal, here, names, groups)
        for one in activities.select_related("category").order_by("starts_on", "id")
    ]
    offered_work = [
        Choice(
            one.pk,
            one.title,
            one.due_on,
            "事",
            "",
            ("work", one.pk) in here,
            False,
            tuple(names.get(("work", one.pk), ())),
        )
        for one in work_to_hang(goal.unit, goal.year)
    ]
    return Offered(sorted(rows, key=_loose_first), sorted(offered_work, key=_loose_first))


def _loose_first(choice: Choice) -> tuple[bool, bool]:
    return (not choice.ticked, bool(choice.elsewhere) or choice.by_group)


def _activity(
    one: Activity,
    goal: Goal,
    here: set[tuple[str, int]],
    names: dict[tuple[str, int], list[str]],
    groups: dict[int, str],
) -> Choice:
    mine = one.group_id is not None and one.group_id == goal.group_id
    other = [groups[one.group_id]] if one.group_id in groups and not mine else []
    key = ("activity", one.pk)
    return Choice(
        one.pk, one.title, one.starts_on, one.category.seal, one.category.tone, key in here, mine, (*names.get(key, ()), *other)
    )  # fmt: skip


@dataclass(frozen=True)
class Hung:
    """The goals that something serves, and whether the reader may change that."""

    thing_id: int
    goals: Sequence[Goal]
    by_group: Goal | None
    may_change: bool
    any_goals: bool


def hung_on(actor: Actor, thing: Activity | WorkItem) -> Hung:
    """The goals that an activity or a work item serves: three queries."""
    field = "activity" if isinstance(thing, Activity) else "work_item"
    possible = list(chosen_goals(thing.unit, thing.year).select_related("unit"))
    served = set(Serves.objects.filter(**{field: thing}).values_list("goal", flat=True))
    group = thing.group_id if isinstance(thing, Activity) else None
    by_group = next((goal for goal in possible if group and goal.group_id == group), None)
    return Hung(
        thing.pk, [goal for goal in possible if goal.pk in served], by_group,
        any(actor.may(CHANGE, goal.unit) for goal in possible), bool(possible),
    )  # fmt: skip


def activity_panel(actor: Actor, activity: Activity, now: object) -> Hung | None:
    """The panel of an activity's page; None where no goals are set for its year."""
    found = hung_on(actor, activity)
    return found if found.any_goals else None


def work_panel(actor: Actor, item: WorkItem) -> Hung | None:
    """The panel of a work item's page; None where no goals are set for its year."""
    found = hung_on(actor, item)
    return found if found.any_goals else None
