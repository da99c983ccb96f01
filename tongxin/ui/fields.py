"""Fields that forms of several apps ask with."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy

from tongxin.core.amounts import NotAnAmount, amount, fen

WRONG: Final = {
    "not_understood": gettext_lazy("金额看不懂，写元，例如 120 或 86.50。"),
    "negative": gettext_lazy("金额不能是负数。要减掉一笔，用冲账。"),
    "too_fine": gettext_lazy("金额最多写到分，小数点后两位。"),
    "too_large": gettext_lazy("金额太大了，看看是不是多打了几个零。"),
}


class YuanField(forms.CharField):
    """A sum in yuan as people type it (`1,234.50`, `¥120`, `1.2万`); cleaned to fen, None where it is empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def clean(self, value: Any) -> Any:
        """Refuses what is no sum (`amount.…`), with what was typed kept."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return fen(amount(typed))
        except NotAnAmount as wrong:
            raise forms.ValidationError(WRONG[wrong.code], code=f"amount.{wrong.code}") from wrong


def typed_yuan(value: int | None) -> str:
    """Fen as a box shows them to be typed over: `120`, `86.50`."""
    if value is None:
        return ""
    return f"{value // 100}" if value % 100 == 0 else f"{value // 100}.{value % 100:02}"
