"""What points and time slots ask for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.ui.forms import CalledSeveral, EditedForm, Form
from tongxin.ui.times import DAYS, TimesField


def _units(field: Any, units: Iterable[Unit]) -> None:
    field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("path")


class _Point(Form):
    name = forms.CharField(label=_("叫什么"), max_length=60, help_text=_("例如“工会活动室”"))
    place = forms.CharField(label=_("在哪里"), max_length=100, required=False)
    contact = forms.CharField(label=_("联系人"), max_length=100, required=False, help_text=_("姓名和电话"))
    units = CalledSeveral(
        Unit.objects.none(), label=_("给哪些单位"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不选，就是谁都可以来"),
    )  # fmt: skip

    def __init__(self, *args: Any, units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _units(self.fields["units"], units)


class PointForm(_Point):
    """A new point."""


class EditPointForm(_Point, EditedForm):
    """A point that is there."""


class WindowsForm(Form):
    """A series of time slots."""

    first = forms.DateField(label=_("从哪天"))
    last = forms.DateField(label=_("到哪天"))
    days = forms.ChoiceField(label=_("哪几天"), choices=DAYS)
    times = TimesField(label=_("几点到几点"), max_length=120, help_text=_("例如 8:00-12:00 14:00-17:00"))
    minutes = forms.IntegerField(
        label=_("多少分钟一段"), min_value=5, max_value=720, required=False, help_text=_("不填就是每段时间一个时段")
    )
    heads = forms.IntegerField(
        label=_("每段最多几人"), min_value=1, max_value=9999, required=False, help_text=_("不填就不限")
    )
