"""Take back a check-in that was a mistake."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.attendance.access import require_door
from tongxin.attendance.actions.door import get_facts
from tongxin.attendance.models import Attendance
from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor


@transaction.atomic
def undo_check_in(*, actor: Actor, now: datetime, attendance: Attendance, reason: str) -> None:
    """Take a check-in back, with its reason. Possible after the check-in was closed too.

    Refuses: `access.…`, `attendance.gone` (404) where somebody else took it back before.
    """
    facts = get_facts(attendance.slot_id)
    require_door(actor, facts.activity, facts.unit_path)
    held = lock(Attendance.objects.filter(pk=attendance.pk)).select_related("person").first()
    if held is None:
        raise Refused("attendance.gone", _("这条签到已经撤销过了。"), status=404)
    before = {"activity": facts.activity, "slot": facts.slot, "way": held.way, "at": held.at, "by": held.by}
    record(
        actor=actor, now=now, act="attendance.undo", thing=held, label=held.person.name, reason=reason, before=before,
        unit=attendance.slot.activity.unit,
    )  # fmt: skip
    held.delete()
