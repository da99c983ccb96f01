"""End a piece of work that will not be done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Change
from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.plan.access import require_item
from tongxin.plan.actions.open_item import open_item, state_of
from tongxin.plan.models import WorkItem


@transaction.atomic
def close_work_item(
    *, actor: Actor, now: datetime, item: WorkItem, reason: str, state: str = WorkItem.State.NOT_DONE, words: str = ""
) -> WorkItem:
    """End the item without its being done; the share done stays as it was.

    `reason` is one of `Change.Reason`. Refuses: `work_item.closed`, `work_item.reason_missing`,
    `work_item.words_missing` (the reason 其他 needs words).
    """
    require_item(actor, item)
    item = open_item(item, "close")
    _refuse(reason, words)
    before = state_of(item)
    item.state = _ending(state)
    item.reason, item.words = reason, words or item.words
    item.save()
    audit.record(
        actor=actor, now=now, act="plan.close_work_item", thing=item, unit=item.unit, reason=words or reason,
        before=before, after=state_of(item),
    )  # fmt: skip
    return item


def _ending(state: str) -> WorkItem.State:
    if state != WorkItem.State.NOT_DONE:
        raise ValueError(f"closing leads to not_done, not to {state}: finish_work_item and carry_over lead elsewhere")
    return WorkItem.State.NOT_DONE


def _refuse(reason: str, words: str) -> None:
    if reason not in Change.Reason.values:
        raise Refused("work_item.reason_missing", _("选一个没完成的原因，总结时要用。"), field="reason")
    if reason == Change.Reason.OTHER and not words.strip():
        raise Refused("work_item.words_missing", _("原因选了“其他”，写一句是什么。"), field="words")
