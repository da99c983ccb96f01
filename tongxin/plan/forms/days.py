"""Days of the calendar by hand."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.plan.models import CalendarDay
from tongxin.ui.forms import Form


class CalendarDayForm(Form):
    """A day or a run of days."""

    kind = forms.ChoiceField(label=_("种类"), choices=CalendarDay.Kind.choices)
    name = forms.CharField(
        label=_("名称"), max_length=30, help_text=_("例如“暑假”“校庆日”。连着一周以上的放假，年度图上画成底色。")
    )
    day = forms.DateField(label=_("从哪天"))
    until = forms.DateField(label=_("到哪天"), required=False, help_text=_("只有一天就空着。"))
    source = forms.CharField(label=_("依据"), max_length=100, required=False, help_text=_("例如校历、放假通知的文号。"))
