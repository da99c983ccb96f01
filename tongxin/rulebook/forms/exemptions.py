"""What a committee decided, and why a decision is taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from tongxin.rulebook.actions import Decided
from tongxin.ui.forms import Form


class ExemptionForm(Form):
    """A committee's decision."""

    minutes_no = forms.CharField(
        label=gettext_lazy("会议纪要编号"), max_length=60, help_text=gettext_lazy("例如：工会委员会2020年第6号纪要")
    )
    minutes_on = forms.DateField(label=gettext_lazy("哪天开的会"))
    basis = forms.CharField(
        label=gettext_lazy("上级的依据"), max_length=120, help_text=gettext_lazy("省里或者上级工会的哪份文件")
    )
    basis_no = forms.CharField(
        label=gettext_lazy("依据的文号"), max_length=60, help_text=gettext_lazy("没有文号的写发文日期")
    )
    why = forms.CharField(label=gettext_lazy("为什么例外"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    scan = forms.FileField(
        label=gettext_lazy("纪要的扫描件"), required=False, help_text=gettext_lazy("PDF、图片、Word都可以")
    )


class WithdrawalForm(Form):
    """Why it holds no more."""

    why = forms.CharField(
        label=gettext_lazy("为什么撤回"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("原来的记录留着，撤回也记着"),
    )  # fmt: skip


def decided(given: Mapping[str, Any]) -> Decided:
    """What was typed, as acts take it."""
    words = {name: given.get(name) or "" for name in ("minutes_no", "basis", "basis_no", "why")}
    return Decided(**words, minutes_on=given.get("minutes_on"), scan=given.get("scan"))
