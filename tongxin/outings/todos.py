"""What waits for those who run outings, and for those who decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.outings.access import deciding_paths
from tongxin.outings.models import Outing
from tongxin.outings.queries.waiting import Waiting, waiting_for

SEAL: Final = "团"


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Applications to decide, to mend, to close; branches without an outing. Three queries."""
    if not actor.has_somewhere(ACTIVITIES_RUN):
        return []
    deciding = deciding_paths(actor)
    found = waiting_for(actor, today(now), deciding)
    return [*_to_decide(found), *_to_run(found), *_without(found, bool(deciding))]


def _to_decide(found: Waiting) -> Iterator[Todo]:
    for each in found.to_decide:
        title = _("批团建：%(unit)s") % {"unit": each.activity.unit.called}
        yield _todo(each, "decide", title, _("规则查过了，看一眼就能批"), _("去批"), 2)


def _to_run(found: Waiting) -> Iterator[Todo]:
    for each in found.to_mend:
        title = _("改团建申请：%(title)s") % {"title": each.activity.title}
        yield _todo(each, "mend", title, _("退回来了，写着要改什么"), _("去改"), 3)
    for each in found.to_close:
        title = _("办结“%(title)s”") % {"title": each.activity.title}
        yield _todo(each, "close", title, _("去过了，记下人数和花费"), _("去办结"), 2)


def _without(found: Waiting, whole: bool) -> Iterator[Todo]:
    """One line for the union, one for each unit for its own officers."""
    if not found.without:
        return
    if whole and len(found.without) > 1:
        title = _("还有%(n)s个单位没安排团建") % {"n": len(found.without)}
        url = f"{reverse('outings:spread')}?year={found.year}"
        yield Todo(
            "outings.without", title, _("看看哪些周末空着"), date(found.year, 12, 31), 3, url, _("去看"), SEAL, "tuan"
        )
        return
    for unit in found.without:
        yield _to_start(unit, found.year)


def _to_start(unit: Unit, year: int) -> Todo:
    title = _("安排%(unit)s的团建") % {"unit": unit.called}
    url = f"{reverse('outings:new')}?unit={unit.pk}&year={year}"
    return Todo(
        f"outings.without.{unit.pk}", title, _("这一年还没有，照去年的一分钟填好"), date(year, 12, 31), 1, url, _("去填"), SEAL, "tuan"
    )  # fmt: skip


def _todo(outing: Outing, key: str, title: str, why: str, act: str, minutes: int) -> Todo:
    url = reverse("outings:outing", args=[outing.pk])
    return Todo(f"outings.{key}.{outing.pk}", title, why, outing.activity.day, minutes, url, act, SEAL, "tuan")


SOURCE: Final = TodoSource("outings", ask)
