"""Forms of units."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.org.rules.units import may_stand_below
from tongxin.ui.forms import EditedForm, Form


class UnitFields(Form):
    """What a unit is called and since when it exists."""

    name = forms.CharField(label=_("名称"), max_length=100)
    short_name = forms.CharField(label=_("简称"), max_length=40, required=False, help_text=_("表格和手机上用简称"))
    code = forms.CharField(label=_("单位代码"), max_length=40, help_text=_("导入时靠它认单位，全系统不重复"))
    founded_on = forms.DateField(label=_("成立日期"), required=False)
    order = forms.IntegerField(label=_("排序"), min_value=0, max_value=9999, required=False, help_text=_("小的在前"))

    def clean_order(self) -> int:
        """Nothing typed means the front."""
        return self.cleaned_data["order"] or 0


class ChangeUnitForm(EditedForm, UnitFields):
    """The same of a unit that exists."""


class NewUnitForm(UnitFields):
    """A unit to be founded below one of the kind `above`: only kinds that may stand there are offered."""

    kind = forms.ChoiceField(label=_("种类"))
    field_order = ("kind", "name", "short_name", "code", "founded_on", "order")

    def __init__(self, *args: Any, above: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind, label) for kind, label in Unit.Kind.choices if may_stand_below(kind, above)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        if Unit.Kind.BRANCH in dict(kinds):
            self.fields["kind"].initial = Unit.Kind.BRANCH


class MoveUnitForm(Form):
    """Where a unit goes."""

    to = forms.TypedChoiceField(label=_("移到"), coerce=int)

    def __init__(self, *args: Any, units: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = units  # type: ignore[attr-defined]


class CloseUnitForm(Form):
    """When and why a unit is closed."""

    on = forms.DateField(label=_("撤销日期"))
    reason = forms.CharField(label=_("为什么"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
