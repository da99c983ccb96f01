"""The figures of signing up."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.signups.queries import counting

FIGURES: Final = (
    Figure(
        "activities.signups", _("报名人次"), _("人次"),
        _("计入本年度的活动里报上名的人次：一个人报两项算两次，退出、候补和没抽中的不算。"), counting.signups, group=_("活动"),
    ),
)  # fmt: skip
