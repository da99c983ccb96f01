"""A piece of work is done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit import actions as audit
from tongxin.org.actor import Actor
from tongxin.plan.access import require_item
from tongxin.plan.actions.open_item import open_item, state_of
from tongxin.plan.models import WorkItem


@transaction.atomic
def finish_work_item(*, actor: Actor, now: datetime, item: WorkItem, words: str = "") -> WorkItem:
    """Finish the item, whatever share was reported before. Refuses: `work_item.closed`."""
    require_item(actor, item)
    item = open_item(item, "finish")
    before = state_of(item)
    item.state, item.share_done, item.words = WorkItem.State.DONE, 100, words or item.words
    item.save()
    audit.record(
        actor=actor,
        now=now,
        act="plan.finish_work_item",
        thing=item,
        unit=item.unit,
        before=before,
        after=state_of(item),
    )
    return item
