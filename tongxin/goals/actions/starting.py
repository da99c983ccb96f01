"""Begin a year's framework: with the usual one, or with the year before's."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Group
from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.goals.access import CHANGE
from tongxin.goals.models import Goal, Indicator
from tongxin.goals.words import STARTER
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit


@transaction.atomic
def start_goals(*, actor: Actor, now: datetime, unit: Unit, year: int) -> list[Goal]:
    """Begin with the usual framework: one lead, two to promote, three groups of activities that count by themselves.

    Refuses: `goals.not_empty`.
    """
    _require_empty(actor, unit, year)
    groups = {group.code: group for group in Group.objects.all()}
    made = [
        Goal.objects.create(
            unit=unit, year=year, order=order, kind=kind, title=title, group=groups.get(group), words=words
        )
        for order, (kind, title, group, words) in enumerate(STARTER, 1)
    ]  # fmt: skip
    _recorded(actor, now, unit, year, "goals.start", made)
    return made


@transaction.atomic
def copy_goals(*, actor: Actor, now: datetime, unit: Unit, year: int) -> list[Goal]:
    """Begin with the year before's framework: its goals, owners and indicators, without what served them.

    Refuses: `goals.not_empty`, `goals.nothing_to_copy`.
    """
    _require_empty(actor, unit, year)
    old = list(Goal.objects.filter(unit=unit, year=year - 1).prefetch_related("indicators"))
    if not old:
        raise Refused("goals.nothing_to_copy", _("%(year)s年没有目标可抄。") % {"year": year - 1})
    made: dict[int, Goal] = {}
    for goal in old:
        made[goal.pk] = Goal.objects.create(
            unit=unit, year=year, order=goal.order, kind=goal.kind, title=goal.title, words=goal.words,
            owner_id=goal.owner_id, owner_unit_id=goal.owner_unit_id, group_id=goal.group_id, copied_from=goal,
        )  # fmt: skip
    for goal in old:
        if goal.parent_id in made:
            made[goal.pk].parent = made[goal.parent_id]
            made[goal.pk].save(update_fields=["parent"])
    Indicator.objects.bulk_create(
        Indicator(
            goal=made[goal.pk], key=one.key, part=one.part, direction=one.direction, numerator=one.numerator,
            denominator=one.denominator,
        )
        for goal in old for one in goal.indicators.all()
    )  # fmt: skip
    _recorded(actor, now, unit, year, "goals.copy", list(made.values()))
    return list(made.values())


def _require_empty(actor: Actor, unit: Unit, year: int) -> None:
    require_right(actor, CHANGE, unit)
    if Goal.objects.filter(unit=unit, year=year).exists():
        raise Refused("goals.not_empty", _("这一年已经有目标了，直接改就好。"))


def _recorded(actor: Actor, now: datetime, unit: Unit, year: int, act: str, made: list[Goal]) -> None:
    after = {"year": year, "goals": [goal.title for goal in made]}
    label = _("%(year)s年目标") % {"year": year}
    audit.record(actor=actor, now=now, act=act, thing=made[0], unit=unit, label=label, after=after)
