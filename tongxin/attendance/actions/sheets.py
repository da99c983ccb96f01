"""Opening, closing and reopening the check-in of a slot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.models import Activity
from tongxin.attendance.actions.door import get_facts, locked, require_allowed, require_on
from tongxin.attendance.models import Sheet
from tongxin.attendance.queries.slots import when_of
from tongxin.attendance.rules.days import may_open
from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


@transaction.atomic
def open_check_in(*, actor: Actor, now: datetime, slot: Slot) -> Sheet:
    """Open the check-in of a slot on its day or later; opened already, it stays as it is.

    Refuses: `access.…`, `attendance.not_on`, `attendance.too_early`, `attendance.closed_already`, `restriction.forbids`.
    """
    held = locked(slot)
    require_run(actor, held.activity)
    facts = get_facts(held.pk)
    require_on(facts)
    day = when_of(held).day
    if not may_open(day, today(now)):
        raise Refused("attendance.too_early", _("还没到这一天，当天再开始签到。"))
    require_allowed(facts, now, officer=True)
    sheet, is_new = Sheet.objects.get_or_create(slot=held, defaults={"opened_at": now})
    if sheet.closed_at:
        raise Refused("attendance.closed_already", _("签到已经结束了。要补签，先重新打开。"))
    if is_new:
        _record(actor, now, "attendance.open", sheet, held.activity)
    return sheet


@transaction.atomic
def close_check_in(*, actor: Actor, now: datetime, slot: Slot) -> Sheet:
    """End the check-in: who is on the list and has not come is a no-show from now on. Closed already, it stays as it is.

    Refuses: `access.…`, `attendance.not_open`.
    """
    held = locked(slot)
    require_run(actor, held.activity)
    sheet = Sheet.objects.filter(slot=held).first()
    if sheet is None:
        raise Refused("attendance.not_open", _("签到还没开始。"))
    if sheet.closed_at is None:
        close(sheet, held.activity, actor=actor, now=now)
    return sheet


@transaction.atomic
def reopen_check_in(*, actor: Actor, now: datetime, slot: Slot, reason: str) -> Sheet:
    """Go on with a check-in that was ended, for those who were forgotten.

    Refuses: `access.…`, `attendance.not_closed`, `attendance.not_on`.
    """
    held = locked(slot)
    require_run(actor, held.activity)
    require_on(get_facts(held.pk))
    sheet = Sheet.objects.filter(slot=held).first()
    if sheet is None or sheet.closed_at is None:
        raise Refused("attendance.not_closed", _("签到没有结束，不用重新打开。"))
    before, sheet.closed_at = {"closed_at": sheet.closed_at}, None
    sheet.save(update_fields=["closed_at"])
    _record(actor, now, "attendance.reopen", sheet, held.activity, before, reason)
    return sheet


def close(sheet: Sheet, activity: Activity, *, actor: Actor, now: datetime) -> None:
    """End an open check-in; whoever calls has authorised it and holds the lock."""
    sheet.closed_at = max(now, sheet.opened_at)
    sheet.save(update_fields=["closed_at"])
    _record(actor, now, "attendance.close", sheet, activity, {"closed_at": None})


def _record(
    actor: Actor, now: datetime, act: str, sheet: Sheet, activity: Activity, before: Mapping[str, object] | None = None,
    reason: str = "",
) -> None:  # fmt: skip
    after = {"opened_at": sheet.opened_at, "closed_at": sheet.closed_at, "activity": activity.pk}
    record(
        actor=actor, now=now, act=act, thing=sheet, unit=activity.unit, label=str(sheet.slot), reason=reason,
        before=before, after=after,
    )  # fmt: skip
