"""A span of the academic year."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.planner.models import TermSpan
from tongxin.ui.forms import Form


class SpanForm(Form):
    """What it is and from when to when."""

    kind = forms.ChoiceField(label=_("种类"), choices=TermSpan.Kind.choices, initial=TermSpan.Kind.EXAM)
    name = forms.CharField(label=_("名称"), max_length=40, help_text=_("例如“期末考试周”“寒假”"))
    starts_on = forms.DateField(label=_("从哪天"))
    ends_on = forms.DateField(label=_("到哪天"))
