"""The figures of goals and of tasks from above."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.goals.queries.counting import count_all, count_goals
from tongxin.goals.queries.directives import count_directives

GROUP: Final = _("目标和部署")
GOALS: Final = _("个")
ITEMS: Final = _("项")

FIGURES: Final = (
    Figure(
        "plan.goals", _("年度目标"), GOALS,
        _("这个单位自己定的目标，下面还有小目标的不计，只计小目标；下级单位的目标不算。"), count_all, group=GROUP,
    ),
    Figure(
        "plan.goals_served", _("有事可靠的目标"), GOALS,
        _("年度目标里有活动（不算设想）或工作事项靠上去的；归在目标下的活动组，组里的活动自动算。"),
        count_goals(lambda one: one.served), group=GROUP, depends=("plan.goals",),
    ),
    Figure(
        "plan.goals_reached", _("达到指标的目标"), GOALS,
        _("年度目标里设了指标、并且每个指标都达到的。指标的实际值就是数据项的值。"),
        count_goals(lambda one: one.reached), group=GROUP, depends=("plan.goals",),
    ),
    Figure(
        "plan.goals_empty", _("空着的目标"), GOALS,
        _("年度目标里没有活动、没有工作事项，指标也还没有数的。"),
        count_goals(lambda one: one.is_empty), group=GROUP, depends=("plan.goals",),
    ),
    Figure("directives.received", _("上级部署"), ITEMS, _("记在本年度的上级部署。"), count_directives(), group=GROUP),
    Figure(
        "directives.closed", _("结案的上级部署"), ITEMS, _("本年度的上级部署里写了结案说明、已经结案的。"),
        count_directives("closed"), group=GROUP, depends=("directives.received",),
    ),
)  # fmt: skip
