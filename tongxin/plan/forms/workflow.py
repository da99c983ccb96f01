"""Laying a plan before others, reviewing it, sending it back; answering proposals."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.ui.forms import Form


class SubmitForm(Form):
    """The plan goes to its review."""

    idea = forms.CharField(
        label=_("工作思路"), max_length=200, required=False, help_text=_("例如“一个引领，两项促进，三组活动”。")
    )


class ReviewForm(Form):
    """What is said about the plan."""

    words = forms.CharField(label=_("审议意见"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))


class SendBackForm(Form):
    """What is to be changed."""

    words = forms.CharField(label=_("要改什么"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))


class TakeUpForm(Form):
    """A proposal goes into the plan, under which title and as what."""

    title = forms.CharField(label=_("在计划里叫什么"), max_length=100)
    kind = forms.ChoiceField(
        label=_("列成什么"), choices=[("work", _("工作事项")), ("activity", _("活动设想"))], widget=forms.RadioSelect
    )


class LeaveOutForm(Form):
    """Why a proposal is left out."""

    words = forms.CharField(label=_("为什么不列"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class StepForm(Form):
    """A step of a piece of work."""

    title = forms.CharField(label=_("步骤"), max_length=100)
    due_on = forms.DateField(label=_("期限"), required=False)
