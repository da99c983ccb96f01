"""The figure of what people said of rounds."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.welfare.queries import satisfaction

FIGURES: Final = (
    Figure(
        "welfare.satisfaction", _("福利满意率"), _("%"),
        _("已经开始发或者办结的福利，评价里点“满意”的占全部评价的比例；每次满5份才算，每多5份算一次。"),
        satisfaction.satisfaction, group=_("福利"),
    ),
)  # fmt: skip
