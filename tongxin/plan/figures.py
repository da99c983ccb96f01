"""The figures of the year's plan."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.plan.queries import planned
from tongxin.plan.queries.work import count_work

GROUP: Final = _("年度计划")
ITEMS: Final = _("项")

FIGURES: Final = (
    Figure(
        "activities.planned", _("计划活动"), ITEMS,
        _("审定的年度计划里计入全年的活动；分工会算自己承办、联合的。计划没审定时，算已列入计划的。"),
        planned.planned, group=GROUP,
    ),
    Figure(
        "activities.completion", _("计划完成率"), _("%"),
        _("计划活动里有效开展的占多少。有效开展：在计划年度内实际办成，包括改期、改线上办成的；延期、取消、并入别的活动和转到下年的不算。"),
        planned.completion, group=GROUP, depends=("activities.planned",),
    ),
    Figure(
        "activities.added", _("计划外活动"), ITEMS,
        _("计入本年度、不在审定计划里，已经开展或排上日程的活动；设想和取消的不算。"), planned.added, group=GROUP,
    ),
    Figure(
        "activities.planned.by_category", _("计划活动（按类别）"), ITEMS,
        _("计划活动按类别分，一项活动只有一个类别。"), planned.by_category, breakdown=True, group=GROUP,
    ),
    Figure("plan.items", _("工作事项"), ITEMS, _("本年度要做、不是活动的工作事项。"), count_work(), group=GROUP),
    Figure("plan.items_done", _("完成的工作事项"), ITEMS, _("已经完成的工作事项。"), count_work("done"), group=GROUP),
    Figure(
        "plan.items_not_done", _("没完成的工作事项"), ITEMS,
        _("已经写明没完成和原因的工作事项；转入下年的另计。"),
        count_work("not_done"), group=GROUP,
    ),
    Figure(
        "plan.items_carried_over", _("转入下年的工作事项"), ITEMS,
        _("没做完、转到下一年接着做的工作事项。"), count_work("carried"), group=GROUP,
    ),
)  # fmt: skip
