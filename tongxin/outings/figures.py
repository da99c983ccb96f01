"""The figures of outings; those of what was held stand with the activities."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.outings.queries import figures

FIGURES: Final = (
    Figure(
        "outings.planned", _("计划的团建"), _("项"), _("计入本年度的单位团建，办了没办都算，设想和并入别项的不算。"), figures.planned,
        group=_("活动"),
    ),
    Figure(
        "outings.completion", _("团建完成率"), _("%"), _("计入本年度的单位团建里，已经开展的占多少。"), figures.completion,
        group=_("活动"),
    ),
)  # fmt: skip
