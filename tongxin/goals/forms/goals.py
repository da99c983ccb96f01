"""Goals: what they are, how they are measured, what serves them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity, Group
from tongxin.goals.models import Goal
from tongxin.goals.models.measure import Direction
from tongxin.org.models import Person, Unit
from tongxin.plan.models import WorkItem
from tongxin.ui.forms import Called, EditedForm, Form, Labelled


def owners_and_units(form: forms.Form, owners: Iterable[Person], units: Iterable[Unit]) -> None:
    """Let only these people and units be chosen to answer for it."""
    owner, unit = form.fields["owner"], form.fields.get("owner_unit")
    assert isinstance(owner, forms.ModelChoiceField)
    owner.queryset = Person.objects.filter(pk__in=[one.pk for one in owners]).order_by("name_key")
    if isinstance(unit, forms.ModelChoiceField):
        unit.queryset = Unit.objects.filter(pk__in=[one.pk for one in units]).order_by("path")


class GoalForm(EditedForm):
    """A goal."""

    title = forms.CharField(label=_("目标"), max_length=100)
    kind = forms.ChoiceField(label=_("种类"), choices=Goal.Kind.choices, initial=Goal.Kind.GOAL)
    parent = forms.ModelChoiceField(
        label=_("放在哪个目标下"), queryset=Goal.objects.none(), required=False, empty_label=_("最上面一层")
    )
    group = Labelled(
        label=_("活动组"), queryset=Group.objects.filter(in_use=True), required=False, empty_label=_("不归活动组"),
        help_text=_("选了，这个组的活动自动算在这个目标下，不用一项项挂。"),
    )  # fmt: skip
    owner_unit = Called(label=_("责任单位"), queryset=Unit.objects.none(), required=False, empty_label=_("先不定"))
    owner = forms.ModelChoiceField(
        label=_("负责人"), queryset=Person.objects.none(), required=False, empty_label=_("先不定")
    )
    words = forms.CharField(label=_("说明"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(
        self, *args: Any, parents: Iterable[Goal], owners: Iterable[Person], units: Iterable[Unit], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        parent = self.fields["parent"]
        assert isinstance(parent, forms.ModelChoiceField)
        parent.queryset = Goal.objects.filter(pk__in=[one.pk for one in parents])
        owners_and_units(self, owners, units)


class IndicatorForm(Form):
    """A figure with a target."""

    measure = forms.ChoiceField(label=_("数据项"))
    direction = forms.ChoiceField(label=_("要求"), choices=Direction.choices)
    target = forms.CharField(label=_("目标值"), max_length=24, help_text=_("填一个数，例如15、75%、3/4。"))

    def __init__(self, *args: Any, choices: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measure = self.fields["measure"]
        assert isinstance(measure, forms.ChoiceField)
        measure.choices = [("", _("选一个")), *choices]


class Ticked(forms.ModelMultipleChoiceField):
    """Things ticked in a list that the page draws itself."""

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(queryset=queryset, required=False, **kwargs)


class ServingForm(Form):
    """What serves a goal."""

    activities = Ticked(Activity.objects.all(), label=_("活动"))
    work = Ticked(WorkItem.objects.all(), label=_("工作事项"))


class GoalsOfForm(Form):
    """The goals that something serves."""

    goals = Ticked(Goal.objects.none(), label=_("目标"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, goals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["goals"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = goals


class RemoveForm(Form):
    """Why a goal is taken out."""

    reason = forms.CharField(label=_("为什么"), max_length=200, required=False)
