"""The figures of rounds; what was received stands with the hand-out, what was paid with the purchases."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.welfare.queries import figures

FIGURES: Final = (
    Figure(
        "welfare.rounds", _("福利发放"), _("次"), _("计入本年度（不是整年的，发放日在期内）、已经开始发或者办结了的福利，取消的不算。"), figures.rounds, group=_("福利"),
    ),
)  # fmt: skip
