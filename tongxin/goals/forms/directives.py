"""Tasks from above."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.goals.forms.goals import Ticked, owners_and_units
from tongxin.goals.models import Goal
from tongxin.org.models import Person, Unit
from tongxin.plan.models import WorkItem
from tongxin.ui.forms import Called, EditedForm, Form


class DirectiveForm(EditedForm):
    """What was told, by whom, until when."""

    title = forms.CharField(label=_("要做什么"), max_length=100)
    given_by = forms.CharField(label=_("谁部署的"), max_length=60, help_text=_("例如“校党委”。"))
    document = forms.CharField(
        label=_("文件或会议"), max_length=100, required=False, help_text=_("文号，或者哪次会上说的。")
    )
    given_on = forms.DateField(label=_("部署日期"))
    due_on = forms.DateField(label=_("期限"), required=False)
    owner_unit = Called(label=_("责任单位"), queryset=Unit.objects.none(), required=False, empty_label=_("先不定"))
    owner = forms.ModelChoiceField(
        label=_("负责人"), queryset=Person.objects.none(), required=False, empty_label=_("先不定")
    )
    text = forms.CharField(label=_("原文要求"), required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, owners: Iterable[Person], units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owners_and_units(self, owners, units)


class EvidenceForm(Form):
    """What shows that it was done."""

    activities = Ticked(Activity.objects.all(), label=_("活动"))
    work = Ticked(WorkItem.objects.all(), label=_("工作事项"))
    goals = Ticked(Goal.objects.all(), label=_("目标"))


class ClosingForm(Form):
    """The closing note."""

    closing = forms.CharField(label=_("结案说明"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))


class ReopenForm(Form):
    """Why it is opened again."""

    reason = forms.CharField(label=_("为什么"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))


class PaperForm(Form):
    """A paper to keep with it."""

    upload = forms.FileField(label=_("选文件"), help_text=_("只有工会干部和党委联系人看得到。"))
