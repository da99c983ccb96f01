"""Tell the planner what it must know of an activity."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.models import Activity
from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.planner.models import PlanningFacts

FIELDS: Final = tuple(
    field.name for field in PlanningFacts._meta.concrete_fields if field.name not in ("id", "activity")
)


@transaction.atomic
def set_facts(*, actor: Actor, now: datetime, activity: Activity, **fields: Any) -> PlanningFacts:
    """Change any of the facts of `PlanningFacts`; what is empty is guessed again, a field that is not given stays.

    Refuses: `access.…`, `planner.window_backwards`, `planner.follows_itself`, `planner.follows_other_year`.
    """
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"the planner knows no such facts: {', '.join(sorted(unknown))}")
    require_run(actor, activity)
    facts = PlanningFacts.objects.filter(activity=activity).first() or PlanningFacts(activity=activity)
    before = {name: getattr(facts, _attname(name)) for name in FIELDS}
    for name, value in fields.items():
        setattr(facts, name, value)
    _refuse(facts, activity)
    after = {name: getattr(facts, _attname(name)) for name in FIELDS}
    changed = [name for name in FIELDS if after[name] != before[name]]
    if not changed:
        return facts
    facts.save()
    audit.record(
        actor=actor, now=now, act="planner.set_facts", thing=activity, unit=activity.unit,
        before={name: before[name] for name in changed}, after={name: after[name] for name in changed},
    )  # fmt: skip
    return facts


def _attname(name: str) -> str:
    return PlanningFacts._meta.get_field(name).attname  # type: ignore[union-attr]


def _refuse(facts: PlanningFacts, activity: Activity) -> None:
    if facts.earliest and facts.latest and facts.latest < facts.earliest:
        raise Refused("planner.window_backwards", _("最晚的日子早于最早的日子，改其中一个。"), field="latest")
    other = facts.follows
    if other is not None and other.pk == activity.pk:
        raise Refused("planner.follows_itself", _("一项活动不能排在它自己之后。"), field="follows")
    if other is not None and other.year != activity.year:
        raise Refused("planner.follows_other_year", _("那一项不在同一年里，选同一年的。"), field="follows")
