"""How a union plans: the order of its aims, limits, money."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.planner.forms.facts import Yuan
from tongxin.planner.models import PlannerSettings, QuarterBudget
from tongxin.planner.problem import Aim
from tongxin.planner.words import AIM_NAMES
from tongxin.ui.forms import EditedForm, Form

PLACES: Final = ("first", "second", "third", "fourth", "fifth")
LABELS: Final = (_("最要紧的"), _("其次"), _("再次"), _("第四"), _("第五"))


class SettingsForm(EditedForm):
    """The five aims in their order, and the limits."""

    first = forms.ChoiceField(label=LABELS[0])
    second = forms.ChoiceField(label=LABELS[1])
    third = forms.ChoiceField(label=LABELS[2])
    fourth = forms.ChoiceField(label=LABELS[3])
    fifth = forms.ChoiceField(label=LABELS[4])
    part_time = forms.IntegerField(label=_("兼职干部每月几个工作日"), min_value=0, max_value=31)
    full_time = forms.IntegerField(label=_("校工会办公室每月几个工作日"), min_value=0, max_value=31)
    notice = forms.IntegerField(label=_("改期至少提前几天告诉大家"), min_value=0, max_value=90)
    second_half = forms.IntegerField(label=_("下半年最多占百分之几"), min_value=0, max_value=100)
    factor = forms.IntegerField(
        label=_("忙一天抵挪几天"), min_value=0, max_value=100, help_text=_("数越大，越愿意多挪几天来匀开忙闲")
    )

    def __init__(self, *args: Any, settings: PlannerSettings, **kwargs: Any) -> None:
        initial = dict(zip(PLACES, settings.order, strict=False))
        initial |= {
            name: getattr(settings, name) for name in ("part_time", "full_time", "notice", "second_half", "factor")
        }
        super().__init__(*args, initial=initial, **kwargs)
        for name in PLACES:
            self.fields[name].choices = [(str(aim), AIM_NAMES[aim]) for aim in Aim]  # type: ignore[attr-defined]

    def settings(self) -> dict[str, Any]:
        """The fields as the act takes them."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in PLACES and name != "known"}
        return {**given, "order": [self.cleaned_data[name] for name in PLACES]}


class BudgetForm(Form):
    """What a unit may spend in each quarter."""

    q1 = Yuan(label=_("一季度"))
    q2 = Yuan(label=_("二季度"))
    q3 = Yuan(label=_("三季度"))
    q4 = Yuan(label=_("四季度"))

    def __init__(self, *args: Any, budgets: list[QuarterBudget], **kwargs: Any) -> None:
        super().__init__(*args, initial={f"q{one.quarter}": one.fen for one in budgets}, **kwargs)

    def fen(self) -> dict[int, int | None]:
        """By quarter."""
        return {quarter: self.cleaned_data[f"q{quarter}"] for quarter in (1, 2, 3, 4)}
