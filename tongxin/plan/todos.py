"""What waits for those who keep a plan: a plan to approve, work that is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.core import clock
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.plan.models import WorkItem, WorkStep
from tongxin.plan.queries.waiting import PlanStep, plans_to_bring_on, steps_due, work_due

AHEAD: Final = timedelta(days=14)


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Work due within 14 days or overdue, once each, and from January on a plan not approved yet. Four queries.

    Work that is due itself waits for one answer; of other work the next step waits, however many are behind it.
    """
    today = clock.today(now)
    due = list(work_due(actor, today + AHEAD))
    return [*_plans(actor, today), *(_work(item, today) for item in due), *_steps(actor, today, due)]


def _plans(actor: Actor, today: date) -> list[Todo]:
    return [_plan(step, today) for step in plans_to_bring_on(actor, today.year, today)]


def _plan(step: PlanStep, today: date) -> Todo:
    title, why, act, minutes = {
        "submit": (_("%(year)s年计划提请审议"), step.words or _("%(unit)s，请一位干部看过再审定"), _("提请审议"), 2),
        "review": (_("审议%(year)s年计划"), _("%(unit)s，看一遍，写一句意见"), _("看一遍"), 10),
        "approve": (_("审定%(year)s年计划"), _("%(unit)s，审定后才看得出增减"), _("看一遍"), 5),
    }[step.step]
    return Todo(
        key=f"plan.{step.step}.{step.unit.pk}.{today.year}",
        title=title % {"year": today.year},
        why=why.replace("%(unit)s", step.unit.called),
        due=date(today.year, 1, 31),
        minutes=minutes,
        url=f"{reverse(f'plan:{step.step}', args=[today.year])}?unit={step.unit.pk}",
        act=act,
        seal="计",
    )


def _steps(actor: Actor, today: date, due: Sequence[WorkItem]) -> list[Todo]:
    waiting: dict[int, list[WorkStep]] = {}
    for step in steps_due(actor, today + AHEAD):
        waiting.setdefault(step.item_id, []).append(step)
    told = {item.pk for item in due}
    return [_step(steps[0], len(steps)) for item, steps in waiting.items() if item not in told]


def _step(step: WorkStep, waiting: int) -> Todo:
    facts = {"item": step.item.title, "n": waiting - 1}
    more = ngettext("“%(item)s”的一步，后面还有%(n)s步到期", "“%(item)s”的一步，后面还有%(n)s步到期", waiting - 1)
    return Todo(
        key=f"plan.step.{step.pk}",
        title=step.title,
        why=(more if waiting > 1 else _("“%(item)s”的一步，做完了打个勾")) % facts,
        due=step.due_on,
        minutes=1,
        url=f"{reverse('plan:item', args=[step.item_id])}#steps",
        act=_("去打勾"),
        seal="事",
    )


def _work(item: WorkItem, today: date) -> Todo:
    return Todo(
        key=f"plan.work.{item.pk}",
        title=item.title,
        why=_why(item.share_done, item.due_on, today),
        due=item.due_on,
        minutes=2,
        url=reverse("plan:item", args=[item.pk]),
        act=_("报进度"),
        seal="事",
    )


def _why(share: int, due: date | None, today: date) -> str:
    words = {"share": share}
    if due and due < today:
        return _("做到%(share)s%%，期限过了：完成、关掉还是转下年") % words
    return _("做到%(share)s%%，快到期限了") % words


SOURCE: Final = TodoSource("plan", ask)
