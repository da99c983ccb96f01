"""To-dos of who buys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import MONEY_CHANGE
from tongxin.purchases.queries.waiting import Waiting, waiting_for
from tongxin.ui.words import colon, yuan

SEAL: Final = "事"


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Parts that are due, rounds to settle, tasks that lag behind. Five queries at most."""
    if not actor.has_somewhere(MONEY_CHANGE):
        return []
    found = waiting_for(actor, today(now))
    return [*_parts(found), *_rounds(found), *_tasks(found)]


def _parts(found: Waiting) -> Iterator[Todo]:
    for part in found.parts:
        url = reverse("purchases:finish_part", args=[part.pk])
        title = colon(part.unit.called, part.does)
        yield Todo(
            f"purchases.part.{part.pk}",
            title,
            _("采购任务里分给他们的，问一声，做完了记下"),
            part.due_on,
            2,
            url,
            _("记做完"),
            SEAL,
        )


def _rounds(found: Waiting) -> Iterator[Todo]:
    for round in found.to_settle:
        url = reverse("purchases:round", args=[round.pk])
        title = _("结算“%(title)s”") % {"title": round.title}
        yield Todo(
            f"purchases.settle.{round.pk}", title, _("账都在台账里，看一眼就能结"), None, 5, url, _("去结算"), SEAL
        )


def _tasks(found: Waiting) -> Iterator[Todo]:
    for each in found.behind:
        task = each.task
        url = f"{reverse('purchases:year')}?year={task.year}&unit={task.unit_id}"
        facts = {"what": task.scope or _("年度采购任务"), "sum": yuan(each.missing)}
        title = _("%(what)s还差%(sum)s") % facts
        yield Todo(
            f"purchases.task.{task.pk}", title, _("买过没记的先记上，再看差多少"), date(task.year, 12, 31), 5, url, _("去看"), SEAL
        )  # fmt: skip


SOURCE: Final = TodoSource("purchases", ask)
