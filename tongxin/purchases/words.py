"""How purchases are said on pages and in papers."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.purchases.rules.words import is_renamed
from tongxin.welfare.models import Payer

__all__ = ["NOT_SAID", "PAYERS", "assistance", "is_renamed", "payer"]

PAYERS: Final[dict[str, Any]] = dict(Payer.choices)
NOT_SAID: Final = gettext_lazy("没写产地")


def assistance(year: int) -> str:
    """消费扶贫 until 2020, 消费帮扶 from 2021 on."""
    return _("消费帮扶") if is_renamed(year) else _("消费扶贫")


def payer(key: str) -> str:
    """Who pays, in words."""
    return str(PAYERS.get(key, key))
