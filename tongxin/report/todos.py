"""What waits for those who write and sign summaries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import SUMMARY_SIGN, SUMMARY_WRITE
from tongxin.report.models import Summary
from tongxin.report.queries.waiting import undrafted

DRAFT_FROM = (1, 10)


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Last year's summary: not drafted after 10 January, drafted and not signed; at most four queries."""
    if not (actor.paths(SUMMARY_WRITE) or actor.paths(SUMMARY_SIGN)):
        return ()
    day = today(now)
    year = day.year - 1
    found = list(_undrafted(actor, day, year))
    drafts = (
        Summary.objects.filter(state=Summary.State.DRAFT, year__lte=year).select_related("unit").order_by("year", "id")
    )
    signing = drafts.filter(below(actor.paths(SUMMARY_SIGN), "unit__path"))
    writing = drafts.filter(below(actor.paths(SUMMARY_WRITE), "unit__path"))
    signs = [summary for summary in signing if summary.unit.kind == Unit.Kind.UNION]
    found += [_to_sign(summary) for summary in signs]
    found += [_to_write(summary) for summary in writing if summary not in signs]
    return found


def _undrafted(actor: Actor, day: date, year: int) -> Sequence[Todo]:
    if (day.month, day.day) < DRAFT_FROM:
        return ()
    units = undrafted(actor.paths(SUMMARY_WRITE), year)
    return [
        Todo(
            key=f"report.draft.{unit.pk}.{year}",
            title=_("起草%(unit)s%(year)s年工作总结") % {"unit": unit.called, "year": year},
            why=_("数字和活动都在记录里，一键写出初稿。"),
            due=date(year + 1, 1, 31),
            minutes=2,
            url=f"{reverse('report:summaries')}?year={year}&unit={unit.pk}",
            act=_("起草"),
            seal=_("总"),
        )
        for unit in units
    ]


def _to_write(summary: Summary) -> Todo:
    return Todo(
        key=f"report.write.{summary.pk}",
        title=_("改定%(unit)s%(year)s年工作总结") % {"unit": summary.unit.called, "year": summary.year},
        why=_("已有第%(n)s稿，看核对意见，逐条改完。") % {"n": summary.latest},
        due=None,
        minutes=15,
        url=reverse("report:summary", args=[summary.pk]),
        act=_("接着改"),
        seal=_("总"),
    )


def _to_sign(summary: Summary) -> Todo:
    return Todo(
        key=f"report.sign.{summary.pk}",
        title=_("签发%(unit)s%(year)s年工作总结") % {"unit": summary.unit.called, "year": summary.year},
        why=_("第%(n)s稿，每个数字都能点开看记录。") % {"n": summary.latest},
        due=None,
        minutes=10,
        url=reverse("report:summary", args=[summary.pk]),
        act=_("看稿"),
        seal=_("总"),
    )


SOURCE = TodoSource("report", ask)
