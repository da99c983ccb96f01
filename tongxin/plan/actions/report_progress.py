"""Say how far a piece of work has come."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.plan.access import require_item
from tongxin.plan.actions.open_item import open_item, state_of
from tongxin.plan.models import WorkItem
from tongxin.plan.rules.work import state_after_report


@transaction.atomic
def report_progress(*, actor: Actor, now: datetime, item: WorkItem, share_done: int, words: str = "") -> WorkItem:
    """Set the share done, 0 to 100 percent; 100 finishes the item.

    Refuses: `work_item.closed`, `work_item.share_out_of_range`.
    """
    require_item(actor, item)
    item = open_item(item, "report")
    if not 0 <= share_done <= 100:
        raise Refused("work_item.share_out_of_range", _("进度是0到100之间的整数。"), field="share_done")
    before = state_of(item)
    item.share_done = share_done
    item.state = state_after_report(share_done)
    item.words = words or item.words
    item.save()
    audit.record(
        actor=actor,
        now=now,
        act="plan.report_progress",
        thing=item,
        unit=item.unit,
        before=before,
        after=state_of(item),
    )
    return item
