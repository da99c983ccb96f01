"""Declare a restriction."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import RESTRICTIONS_CHANGE
from tongxin.restrictions.actions.terms import Terms, require_sound, state_of, write_parts
from tongxin.restrictions.models import Restriction


@transaction.atomic
def declare(*, actor: Actor, now: datetime, unit: Unit, terms: Terms, contingency: bool = False) -> Restriction:
    """Declare a restriction for the unit and all below it; from its first day on acts obey it.

    `contingency` is the one act of an emergency 应急: the same restriction, marked, and told of at once by who declares it.
    Refuses: `access.…`, `restriction.closed_unit`, `restriction.no_title`, `restriction.backwards`, `restriction.no_limits`,
    `restriction.step_twice`, `restriction.unit_elsewhere`.
    """
    require_right(actor, RESTRICTIONS_CHANGE, unit)
    if not unit.exists_on(clock.today(now)):
        raise Refused("restriction.closed_unit", _("这个单位已经撤销。换一个单位。"), field="unit")
    require_sound(unit, terms)
    restriction = Restriction.objects.create(
        unit=unit, contingency=contingency, declared_at=now, declared_by=actor.label, **terms.plain()
    )
    write_parts(restriction, terms)
    after = {name: value for name, value in state_of(restriction).items() if value not in (None, "", [], False)}
    record(
        actor=actor, now=now, act="restrictions.declare", thing=restriction, unit=unit,
        after={**after, "contingency": contingency},
    )  # fmt: skip
    return restriction
