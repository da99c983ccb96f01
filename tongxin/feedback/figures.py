"""The figures of feedback."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.feedback.queries import satisfaction

GROUP: Final = _("活动")

FIGURES: Final = (
    Figure(
        "activities.satisfaction", _("满意率"), _("%"),
        _("已开展活动的评价里，点“满意”的占全部评价的比例；每项活动满5份才算，每多5份算一次。"),
        satisfaction.satisfaction, group=GROUP,
    ),
    Figure(
        "activities.feedback_rate", _("评价率"), _("%"),
        _("算进满意率的评价份数，占这些活动请来评价的人次的比例。"), satisfaction.feedback_rate, group=GROUP,
    ),
)  # fmt: skip
