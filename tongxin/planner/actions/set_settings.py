"""Set how a union plans."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import PLAN_CHANGE
from tongxin.planner.models import PlannerSettings
from tongxin.planner.problem import DEFAULT_ORDER

FIELDS: Final = ("order", "factor", "part_time", "full_time", "notice", "second_half")


@transaction.atomic
def set_settings(*, actor: Actor, now: datetime, union: Unit, **fields: Any) -> PlannerSettings:
    """Change the order of the aims, limits and weights of a union's planning; a field that is not given stays.

    Refuses: `access.…`, `planner.aim_twice` (an aim stands twice or is missing).
    """
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"there are no such settings: {', '.join(sorted(unknown))}")
    require_right(actor, PLAN_CHANGE, union)
    settings = PlannerSettings.objects.filter(unit=union).first() or PlannerSettings(unit=union)
    before = {name: getattr(settings, name) for name in FIELDS}
    for name, value in fields.items():
        setattr(settings, name, value)
    if sorted(settings.order) != sorted(str(aim) for aim in DEFAULT_ORDER):
        raise Refused("planner.aim_twice", _("同一条写了两次。五条各排一个先后。"), field="first")
    settings.save()
    changed = [name for name in FIELDS if getattr(settings, name) != before[name]]
    audit.record(
        actor=actor, now=now, act="planner.set_settings", thing=settings, unit=union,
        before={name: before[name] for name in changed}, after={name: getattr(settings, name) for name in changed},
    )  # fmt: skip
    return settings
