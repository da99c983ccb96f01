"""The figures of mobilisation."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.mobilisation.queries import served

GROUP: Final = _("动员")

FIGURES: Final = (
    Figure(
        "mobilisation.calls", _("志愿招募"), _("次"), _("发布过的志愿招募，有一天在期内就算。"), served.calls, group=GROUP,
    ),
    Figure(
        "mobilisation.volunteers", _("志愿者人数"), _("人"),
        _("期内的班次里记了时长的人，来过几班、几次都只算一个人；记了没来的不算。"), served.volunteers, group=GROUP,
    ),
    Figure(
        "mobilisation.hours", _("志愿服务时长"), _("小时"),
        _("期内的班次里记下的分钟数加起来，满60分钟算1小时；更正过的按最后一次。"), served.hours_served, group=GROUP,
    ),
    Figure(
        "mobilisation.tasks_done", _("做完的任务"), _("项"),
        _("单位在期内报了“做完了”的任务，一项任务交给几个单位，每个做完的单位各算一项。"), served.tasks_done, group=GROUP,
    ),
)  # fmt: skip
