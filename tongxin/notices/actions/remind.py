"""Remind those who have not read a notice."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.notices.access import get_notice, receivers
from tongxin.notices.actions.posting import post_again
from tongxin.notices.models import Message, Notice
from tongxin.org.actor import Actor


@transaction.atomic
def remind(*, actor: Actor, now: datetime, notice: Notice) -> int:
    """Bring the notice back to the top for those who have not read it, and by mail to those who want it; their number.

    Each person is reminded of it once a day at most, whoever reminds. An officer reminds the own people.
    Refuses: 404 and `access.office_mode` as `get_notice`, `notice.all_read`, `notice.reminded_today`.
    """
    notice = get_notice(actor, notice.pk)
    unread = list(lock(receivers(actor, notice).filter(read_at=None).order_by("pk")))
    if not unread:
        raise Refused("notice.all_read", _("都读过了，不用提醒。"))
    midnight = clock.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
    due = [message for message in unread if message.reminded_at is None or message.reminded_at < midnight]
    if not due:
        raise Refused("notice.reminded_today", _("今天已经提醒过了。还没读的，明天再提醒。"))
    ids = [message.pk for message in due]
    for start in range(0, len(ids), 500):
        Message.objects.filter(pk__in=ids[start : start + 500]).update(at=now, reminded_at=now)
    post_again(notice, [message.person_id for message in due], now)
    record(
        actor=actor, now=now, act="notices.remind", thing=notice, unit=notice.unit, after={"people": len(due)}
    )  # fmt: skip
    return len(due)
