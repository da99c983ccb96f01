"""The year's framework: add a goal, change it, take it out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from tongxin.activities.models import Group
from tongxin.audit import actions as audit
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.goals.access import CHANGE
from tongxin.goals.actions.common import require_inside, require_title
from tongxin.goals.models import Evidence, Goal
from tongxin.goals.rules.tree import would_circle
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Unit

FIELDS = ("title", "kind", "parent", "words", "owner", "owner_unit", "group")


@transaction.atomic
def add_goal(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    year: int,
    title: str,
    kind: str = Goal.Kind.GOAL,
    parent: Goal | None = None,
    words: str = "",
    owner: Person | None = None,
    owner_unit: Unit | None = None,
    group: Group | None = None,
) -> Goal:
    """Put a goal at the end of the unit's year, or below `parent`; activities of `group` will serve it by themselves.

    Refuses: `goals.title_missing`, `goals.owner_outside`, `goals.unit_outside`, `goals.other_tree` (the parent belongs to
    another unit or year), `goals.group_taken` (another goal of the year has the group).
    """
    require_right(actor, CHANGE, unit)
    title = require_title(title, _("还没写是什么目标。"))
    _require(unit, year, None, parent, group)
    require_inside(unit, owner, owner_unit)
    goal = Goal.objects.create(
        unit=unit, year=year, title=title, kind=Goal.Kind(kind), parent=parent, words=words, owner=owner,
        owner_unit=owner_unit, group=group, order=_next(unit, year),
    )  # fmt: skip
    audit.record(actor=actor, now=now, act="goals.add_goal", thing=goal, unit=unit, after=state_of(goal))
    return goal


@transaction.atomic
def edit_goal(
    *,
    actor: Actor,
    now: datetime,
    goal: Goal,
    title: str,
    kind: str,
    parent: Goal | None = None,
    words: str = "",
    owner: Person | None = None,
    owner_unit: Unit | None = None,
    group: Group | None = None,
) -> Goal:
    """Change a goal. Refuses as `add_goal`, and `goals.circle` (below itself)."""
    require_right(actor, CHANGE, goal.unit)
    goal = lock(Goal.objects.filter(pk=goal.pk).select_related("unit")).get()
    title = require_title(title, _("还没写是什么目标。"))
    _require(goal.unit, goal.year, goal, parent, group)
    require_inside(goal.unit, owner, owner_unit)
    before = state_of(goal)
    goal.title, goal.kind, goal.parent, goal.words = title, Goal.Kind(kind), parent, words
    goal.owner, goal.owner_unit, goal.group = owner, owner_unit, group
    goal.save()
    audit.record(
        actor=actor, now=now, act="goals.edit_goal", thing=goal, unit=goal.unit, before=before, after=state_of(goal)
    )  # fmt: skip
    return goal


@transaction.atomic
def remove_goal(*, actor: Actor, now: datetime, goal: Goal, reason: str = "") -> None:
    """Take a goal out; what served it stays where it is. Refuses: `goals.has_children`, `goals.is_evidence`."""
    require_right(actor, CHANGE, goal.unit)
    if goal.children.exists():
        raise Refused("goals.has_children", _("它下面还有目标，先把它们移走或去掉。"))
    if Evidence.objects.filter(goal=goal).exists():
        raise Refused("goals.is_evidence", _("它是一条上级部署的落实情况，先从那里去掉。"))
    Goal.objects.filter(copied_from=goal).update(copied_from=None)
    audit.record(
        actor=actor, now=now, act="goals.remove_goal", thing=goal, unit=goal.unit, reason=reason, before=state_of(goal)
    )  # fmt: skip
    goal.delete()


def state_of(goal: Goal) -> dict[str, Any]:
    """What the trail keeps of a goal."""
    return {"year": goal.year} | {name: _plain(getattr(goal, name)) for name in FIELDS}


def _plain(value: Any) -> Any:
    return getattr(value, "pk", value)


def _next(unit: Unit, year: int) -> int:
    return (Goal.objects.filter(unit=unit, year=year).aggregate(last=Max("order"))["last"] or 0) + 1


def _require(unit: Unit, year: int, goal: Goal | None, parent: Goal | None, group: Group | None) -> None:
    if parent and (parent.unit_id, parent.year) != (unit.pk, year):
        raise Refused("goals.other_tree", _("上一层的目标不在这一年里。"), field="parent")
    if goal and parent:
        parents = dict(Goal.objects.filter(unit=unit, year=year).values_list("pk", "parent"))
        if would_circle(parents, goal.pk, parent.pk):
            raise Refused("goals.circle", _("不能放到自己或自己下面的目标之下。"), field="parent")
    others = Goal.objects.filter(unit=unit, year=year, group=group).exclude(pk=goal.pk if goal else 0)
    if group and (other := others.first()):
        sentence = _("这个活动组已经归在“%(title)s”下，一个组只算给一个目标。") % {"title": other.title}
        raise Refused("goals.group_taken", sentence, field="group")
