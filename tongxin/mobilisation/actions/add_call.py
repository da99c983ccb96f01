"""A new call for volunteers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.core.spans import EVERY, Span
from tongxin.mobilisation.actions.add_shifts import make_shifts
from tongxin.mobilisation.models import Call, Duty
from tongxin.mobilisation.rules.shifts import DutyLine
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.places.models import Pool


@transaction.atomic
def add_call(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    title: str,
    starts_on: date,
    ends_on: date,
    duties: Sequence[DutyLine],
    times: Sequence[Span],
    heads: int,
    days: str = EVERY,
    what: str = "",
    place: str = "",
    contact: str = "",
    who: str = Pool.Who.STAFF,
    open_to: Iterable[Unit] = (),
) -> Call:
    """A draft with its posts and their shifts: each day × each time × each post, `heads` people a shift.

    Refuses: `access.…`, `call.closed_unit`, `call.backwards`, `call.no_duty`, and as `add_shifts`.
    """
    require_right(actor, ACTIVITIES_RUN, unit)
    if not unit.exists_on(starts_on):
        raise Refused("call.closed_unit", _("那一天这个单位已经不在了，换一个单位。"), field="unit")
    require_forward(starts_on, ends_on)
    if not duties:
        raise Refused("call.no_duty", _("还没有岗位。一行写一个，例如：测温。"), field="duties")
    call = Call.objects.create(
        unit=unit, title=title.strip(), what=what.strip(), place=place.strip(), contact=contact.strip(),
        starts_on=starts_on, ends_on=ends_on, who=who,
    )  # fmt: skip
    units = list(open_to)
    call.open_to.set(units)
    made = [
        Duty.objects.create(call=call, name=duty.name, does=duty.does, needs=duty.needs, order=order)
        for order, duty in enumerate(duties)
    ]
    shifts = make_shifts(actor, now, call, made, (starts_on, ends_on, days), times, heads)
    record(
        actor=actor, now=now, act="mobilisation.add_call", thing=call, unit=unit,
        after={"starts_on": starts_on, "ends_on": ends_on, "duties": [duty.name for duty in made], "shifts": len(shifts)},
    )  # fmt: skip
    return call


def require_forward(starts_on: date, ends_on: date) -> None:
    """Refuses: `call.backwards`."""
    if ends_on < starts_on:
        raise Refused("call.backwards", _("结束的日子在开始之前，改其中一个。"), field="ends_on")
