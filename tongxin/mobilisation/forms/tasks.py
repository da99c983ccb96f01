"""What tasks ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.mobilisation.models import Handed
from tongxin.mobilisation.queries.choices import own_units, units_below
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.forms import Called, CalledSeveral, Form


class TaskForm(Form):
    """What, until when, to whom."""

    title = forms.CharField(label=_("任务"), max_length=80)
    what = forms.CharField(label=_("要做什么"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    due_on = forms.DateField(label=_("哪天前"))
    units = CalledSeveral(Unit.objects.none(), label=_("交给哪些单位"), widget=forms.CheckboxSelectMultiple)
    counts = forms.CharField(
        label=_("报什么数"), max_length=30, required=False, help_text=_("例如“返校人数”，各单位报几个里的几个")
    )
    wants = forms.CharField(
        label=_("交什么"), max_length=200, required=False, help_text=_("做完时要写的一句话，或要传的材料")
    )
    acknowledge = forms.BooleanField(label=_("要各单位回复收到"), required=False, initial=True)
    unit = Called(None, label=_("谁布置的"), empty_label=None)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = own_units(actor, ACTIVITIES_RUN)  # type: ignore[attr-defined]
        self.fields["units"].queryset = units_below(actor, ACTIVITIES_RUN)  # type: ignore[attr-defined]


class ReportForm(Form):
    """How far the unit is."""

    state = forms.ChoiceField(label=_("进展"), choices=Handed.State.choices, widget=forms.RadioSelect)
    number = forms.IntegerField(label=_("数"), min_value=0, max_value=999_999, required=False)
    whole = forms.IntegerField(label=_("总数"), min_value=0, max_value=999_999, required=False)
    words = forms.CharField(label=_("说明"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    upload = forms.FileField(label=_("材料"), required=False, help_text=_("PDF、Word、Excel、图片"))

    def __init__(self, *args: Any, handed: Handed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if handed.task.counts:
            self.fields["number"].label = handed.task.counts
        else:
            del self.fields["number"], self.fields["whole"]
        if handed.task.wants:
            self.fields["words"].help_text = handed.task.wants


class CloseTaskForm(Form):
    """How it came out."""

    words = forms.CharField(label=_("结果怎样"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
