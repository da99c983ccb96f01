"""Carry a piece of work into the next year."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.plan.access import require_item
from tongxin.plan.actions.open_item import open_item, state_of
from tongxin.plan.models import WorkItem, WorkStep
from tongxin.plan.rules.steps import a_year_later


@transaction.atomic
def carry_over(
    *, actor: Actor, now: datetime, item: WorkItem, due_on: date | None, reason: str = "", words: str = ""
) -> WorkItem:
    """Close the item as carried and open its successor in the year after, with what is done already; the successor.

    Steps go along: the done ones with the day they were done, the open ones due a year later.

    Refuses: `work_item.closed`, `work_item.due_in_old_year` (the new due date lies before the new year).
    """
    require_item(actor, item)
    item = open_item(item, "carry_over")
    if due_on is not None and due_on.year <= item.year:
        raise Refused("work_item.due_in_old_year", _("转入下年，期限要在下一年里。"), field="due_on")
    before = state_of(item)
    item.state, item.reason, item.words = WorkItem.State.CARRIED, reason or item.reason, words or item.words
    item.save()
    successor = _successor(item, due_on)
    _take_steps(item, successor)
    after = state_of(item) | {"carried_into": successor.pk, "due_on": due_on}
    audit.record(
        actor=actor, now=now, act="plan.carry_over", thing=item, unit=item.unit, reason=words or reason, before=before,
        after=after,
    )  # fmt: skip
    return successor


def _successor(item: WorkItem, due_on: date | None) -> WorkItem:
    return WorkItem.objects.create(
        unit=item.unit,
        year=item.year + 1,
        title=item.title,
        kind=item.kind,
        state=WorkItem.State.UNDER_WAY if item.share_done else WorkItem.State.PLANNED,
        share_done=min(item.share_done, 99),
        due_on=due_on,
        responsible_unit=item.responsible_unit,
        owner_id=item.owner_id,
        carried_from=item,
    )


def _take_steps(item: WorkItem, successor: WorkItem) -> None:
    WorkStep.objects.bulk_create(
        WorkStep(
            item=successor, order=step.order, title=step.title, done_on=step.done_on, done_by=step.done_by,
            due_on=step.due_on if step.done_on else a_year_later(step.due_on, successor.due_on),
        )
        for step in item.steps.all()
    )  # fmt: skip
