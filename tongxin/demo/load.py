"""Load the demonstration year, step by step, through the acts that users have."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.utils.translation import gettext as _
from django.utils.translation import override

from tongxin.audit.actions import seal
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.steps import (
    activities,
    goals,
    goods,
    mobilising,
    open_now,
    organisation,
    outings,
    plan,
    replan,
    roster,
    summary,
    welfare,
)
from tongxin.org.models import Unit

Step = Callable[[str], AbstractContextManager[None]]


def is_loaded() -> bool:
    """Whether the demonstration is there, whole: its last step signs it off with a first draft of the summary."""
    return summary.is_done()


def refuse_foreign() -> None:
    """Refuses: `demo.not_empty` where the database holds a union that is not the demonstration's."""
    if Unit.objects.filter(kind=Unit.Kind.UNION).exclude(code=UNION_CODE).exists():
        raise Refused("demo.not_empty", _("这个数据库里有真实的工会，不往里装演示数据。另用一个 TONGXIN_DATA 文件夹。"))


def load(*, staff: int, step: Step) -> None:
    """Load all, the draft in the language of the seed whatever the shell speaks. Refuses: `demo.half` where an earlier loading was cut off half-way."""
    if Unit.objects.filter(code=UNION_CODE).exists():
        raise Refused("demo.half", _("上一次演示数据没装完。用 make demo RESET=1 从头再来。"))
    with step(_("建起工会和它的单位")):
        units = organisation.found()
    with step(_("导入花名册：%(staff)s人") % {"staff": staff}):
        roster.bring_in(units, staff)
        organisation.appoint(units)
    with step(_("编好2020年计划，审定")):
        outings.rules(units)
        made = activities.add(units)
        goals.frame(units)
        plan.approve(units)
    with step(_("过完2020年")):
        activities.live(made, units)
        plan.work(units)
        goals.close(units)
        replan.restrict(units)
    with step(_("招志愿者，布置任务")):
        mobilising.mobilise(units)
    with step(_("发两次福利礼包")):
        shelf = goods.stock(units)
        goods.feed(units, shelf)
        welfare.give(units, shelf)
    now = clock.now()
    with step(_("看看2020年当时怎么改最少")):
        replan.look_back(units, now)
    with step(_("开一项现在能报名的活动")):
        open_now.offer(units, now)
        mobilising.call_now(units, now)
        welfare.offer(units, now)
    with step(_("起草2020年工作总结")), override("zh-hans"):
        summary.draft(units)
        goals.look_ahead(units)
        seal(now=now)
