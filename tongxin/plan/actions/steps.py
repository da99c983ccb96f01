"""Steps of a piece of work: add one, tick it or take the tick away, take it out. The share done follows them."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit import actions as audit
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.plan.access import require_item
from tongxin.plan.actions.open_item import open_item
from tongxin.plan.models import WorkItem, WorkStep
from tongxin.plan.rules.steps import share_of

MOST = 30


@transaction.atomic
def add_step(*, actor: Actor, now: datetime, item: WorkItem, title: str, due_on: date | None = None) -> WorkStep:
    """Put a step at the end of the item's steps.

    Refuses: `work_item.closed`, `step.title_missing`, `step.too_many` (over 30), `step.due_after_item`.
    """
    require_item(actor, item)
    item = open_item(item, "report")
    there = item.steps.count()
    if not title.strip():
        raise Refused("step.title_missing", _("还没写这一步做什么。"), field="title")
    if there >= MOST:
        raise Refused("step.too_many", _("一项工作最多30步，再多就分成两项。"), field="title")
    if due_on and item.due_on and due_on > item.due_on:
        raise Refused("step.due_after_item", _("这一步的期限晚于整项工作的期限。"), field="due_on")
    step = WorkStep.objects.create(item=item, order=there + 1, title=title.strip(), due_on=due_on)
    _follow(item)
    after = {"step": step.title, "due_on": due_on, "share_done": item.share_done}
    audit.record(actor=actor, now=now, act="plan.add_step", thing=item, unit=item.unit, after=after)
    return step


@transaction.atomic
def tick_step(*, actor: Actor, now: datetime, step: WorkStep, done: bool) -> WorkStep:
    """Say that the step is done today, or that it is not; the item's share follows. Refuses: `work_item.closed`."""
    item = _item(actor, step)
    step = WorkStep.objects.get(pk=step.pk)
    step.done_on, step.done_by = (clock.today(now), actor.name) if done else (None, "")
    step.save()
    _follow(item)
    after = {"step": step.title, "share_done": item.share_done}
    act = "plan.tick_step" if done else "plan.untick_step"
    audit.record(actor=actor, now=now, act=act, thing=item, unit=item.unit, after=after)
    return step


@transaction.atomic
def remove_step(*, actor: Actor, now: datetime, step: WorkStep) -> None:
    """Take the step out. Refuses: `work_item.closed`."""
    item = _item(actor, step)
    before = {"step": step.title, "due_on": step.due_on, "done_on": step.done_on}
    step.delete()
    _follow(item)
    after = {"share_done": item.share_done}
    audit.record(
        actor=actor, now=now, act="plan.remove_step", thing=item, unit=item.unit, before=before, after=after
    )  # fmt: skip


def _item(actor: Actor, step: WorkStep) -> WorkItem:
    require_item(actor, step.item)
    return open_item(step.item, "report")


def _follow(item: WorkItem) -> None:
    """The share done as the steps say; all of them ticked still leaves the last word 做完了 to a person."""
    total = item.steps.count()
    share = share_of(item.steps.exclude(done_on=None).count(), total)
    if share is None:
        return
    item.share_done = share
    item.state = WorkItem.State.UNDER_WAY if share else WorkItem.State.PLANNED
    item.save()
