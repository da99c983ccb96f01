"""Approving a plan."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form


class ApprovalForm(Form):
    """When the plan was approved, and the year's idea in one sentence."""

    approved_on = forms.DateField(label=_("审定日期"), help_text=_("会上通过的那一天。"))
    idea = forms.CharField(
        label=_("工作思路"), max_length=200, required=False, help_text=_("例如“一个引领，两项促进，三组活动”。")
    )
