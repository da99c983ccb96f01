"""The figures of events."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.contests.queries import counting
from tongxin.core.figures import Figure

GROUP: Final = _("活动")

FIGURES: Final = (
    Figure(
        "activities.events", _("比赛项目"), _("个"),
        _("计入本年度、已经开展的活动里要报名的项目，每项活动各自相加。"), counting.events, group=GROUP,
    ),
    Figure(
        "activities.event_entries", _("项目参赛人次"), _("人次"),
        _("这些项目里报上的人次：一个人报两项算两次，一队几个人算几次，退出和候补的不算。"), counting.event_entries,
        group=GROUP,
    ),
)  # fmt: skip
