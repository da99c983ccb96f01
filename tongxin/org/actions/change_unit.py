"""Change what a unit is called."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.names import name_key
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actions.found_unit import check_names, code_taken, told
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import UNITS_CHANGE


@transaction.atomic
def change_unit(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    name: str,
    code: str,
    short_name: str = "",
    founded_on: date | None = None,
    order: int = 0,
) -> Unit:
    """Give a unit another name, code, day of founding or place among its neighbours; its kind stays.

    Refuses: `unit.name_missing`, `unit.code_missing`, `unit.code_not_possible`, `unit.name_taken`, `unit.code_taken`,
    `unit.closed_before_founded`, and as `require_right`.
    """
    require_right(actor, UNITS_CHANGE, unit)
    unit = lock(Unit.objects.filter(pk=unit.pk)).get()
    before = told(unit)
    name, code = name.strip(), code.strip()
    check_names(name, code, unit.parent, besides=unit.pk)
    if Unit.objects.filter(code=code).exclude(pk=unit.pk).exists():
        raise code_taken(code)
    if founded_on and unit.closed_on and unit.closed_on < founded_on:
        raise Refused("unit.closed_before_founded", _("成立日期晚于撤销日期。改成立日期。"), field="founded_on")
    unit.name, unit.code, unit.short_name, unit.name_key = name, code, short_name, name_key(name)
    unit.founded_on, unit.order = founded_on, order
    unit.save()
    record(actor=actor, now=now, act="org.change_unit", thing=unit, unit=unit, before=before, after=told(unit))
    return unit
