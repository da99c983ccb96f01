"""Starting an activity: what is typed, and nothing else."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.forms.where import InDoors, Reach
from tongxin.activities.models import Category
from tongxin.activities.queries.choices import categories, units_to_own
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.signups.actions.start import Essentials
from tongxin.ui.forms import Called, CalledSeveral, Form, Labelled


class StartForm(Form):
    """Title, when, where, who may come; the rest has its default."""

    title = forms.CharField(label=_("活动名称"), max_length=100)
    day = forms.DateField(label=_("哪一天"))
    at = forms.TimeField(label=_("几点开始"), required=False)
    place = forms.CharField(label=_("在哪儿"), max_length=100, required=False)
    open_to = CalledSeveral(
        Unit.objects.none(), label=_("谁可以来"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不选，就是全体会员"),
    )  # fmt: skip
    capacity = forms.IntegerField(
        label=_("名额"), min_value=0, max_value=1_000_000, required=False, help_text=_("空着就不限")
    )
    sign_up = forms.BooleanField(label=_("要报名"), required=False)
    indoor = InDoors()
    reach = Reach()
    category = Labelled(Category.objects.none(), label=_("类别"), empty_label=_("选一个类别"))
    unit = Called(None, label=_("归属单位"), empty_label=None)

    def __init__(
        self, *args: Any, actor: Actor, union_path: str, known_category: bool, fixed_day: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = categories()  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units_to_own(actor)  # type: ignore[attr-defined]
        kinds = (Unit.Kind.BRANCH, Unit.Kind.DEPARTMENT, Unit.Kind.CLUB)
        units = Unit.objects.filter(path__startswith=union_path, kind__in=kinds, closed_on=None).order_by(
            "order", "path"
        )
        self.fields["open_to"].queryset = units  # type: ignore[attr-defined]
        if known_category:
            self.fields["category"].required = False
        for name in ("indoor", "reach"):
            self.fields[name].empty_value = self.initial.get(name, self.fields[name].initial)  # type: ignore[attr-defined]
        if fixed_day:
            del self.fields["day"]
            del self.fields["unit"]

    def essentials(self, day: Any = None) -> Essentials:
        """What was typed."""
        given = self.cleaned_data
        return Essentials(
            title=given["title"], day=given.get("day") or day, at=given["at"], place=given["place"],
            open_to=tuple(given["open_to"]), capacity=given["capacity"], sign_up=given["sign_up"],
            indoor=given["indoor"], reach=given["reach"],
        )  # fmt: skip
