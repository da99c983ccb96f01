"""The figures of coming. Persons and person-times are other figures; these count person-times alone."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.attendance.queries import rates
from tongxin.core.figures import Figure

GROUP: Final = _("活动")

FIGURES: Final = (
    Figure(
        "activities.attendance_rate", _("签到率"), _("%"),
        _("已开展的活动里签到结束了的各场：到了的人次占应到的人次（报上的，或应到名单里没请假的）。临时来的不算。"),
        rates.attendance_rate, group=GROUP,
    ),
    Figure(
        "activities.no_shows", _("报了没来"), _("人次"),
        _("已开展的活动里签到结束了的各场：报上或应到、没请假、也没来的，一人一场算一次。"), rates.no_shows, group=GROUP,
    ),
    Figure(
        "activities.attendances", _("签到"), _("人次"),
        _("已开展的活动里签到结束了的各场，签到的人次，临时来的也算。"), rates.attendances, group=GROUP,
    ),
)  # fmt: skip
