"""What waits for those who keep a plan: a plan to approve, work that is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.plan.queries.waiting import plans_to_approve, work_due

AHEAD: Final = timedelta(days=14)


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Work due within 14 days or overdue, and from January on a plan not approved yet. Two queries."""
    today = clock.today(now)
    return [*_plans(actor, today), *_work(actor, today)]


def _plans(actor: Actor, today: date) -> list[Todo]:
    due = date(today.year, 1, 31)
    return [
        Todo(
            key=f"plan.approve.{unit.pk}.{today.year}",
            title=_("审定%(year)s年计划") % {"year": today.year},
            why=_("%(unit)s，审定后才看得出增减") % {"unit": unit.called},
            due=due,
            minutes=5,
            url=f"{reverse('plan:approve', args=[today.year])}?unit={unit.pk}",
            act=_("看一遍"),
            seal="计",
        )
        for unit in plans_to_approve(actor, today.year)
    ]


def _work(actor: Actor, today: date) -> list[Todo]:
    return [
        Todo(
            key=f"plan.work.{item.pk}",
            title=item.title,
            why=_why(item.share_done, item.due_on, today),
            due=item.due_on,
            minutes=2,
            url=reverse("plan:item", args=[item.pk]),
            act=_("报进度"),
            seal="事",
        )
        for item in work_due(actor, today + AHEAD)
    ]


def _why(share: int, due: date | None, today: date) -> str:
    words = {"share": share}
    if due and due < today:
        return _("做到%(share)s%%，期限过了：完成、关掉还是转下年") % words
    return _("做到%(share)s%%，快到期限了") % words


SOURCE: Final = TodoSource("plan", ask)
