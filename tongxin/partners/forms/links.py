"""Forms of links."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from tongxin.org.access import inside
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of
from tongxin.partners.rules.standing import LONGEST_DAYS
from tongxin.ui.forms import Called, Form


class LinkForm(Form):
    """To whom, and for how long."""

    unit = Called(None, label=gettext_lazy("发给哪个单位"), empty_label=gettext_lazy("选一个单位"))
    days = forms.IntegerField(
        label=gettext_lazy("几天内有效"), min_value=1, max_value=LONGEST_DAYS, initial=7,
        help_text=gettext_lazy("过了就打不开"),
    )  # fmt: skip

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class NameForm(Form):
    """Who answers. The box is called `who`, so that no box of a purpose's form is in its way."""

    who = forms.CharField(label=gettext_lazy("你的名字"), max_length=60, help_text=gettext_lazy("记下是谁填的"))


def partner_units(unit: Unit) -> Any:
    """The open departments of the unit's union, in order."""
    return Unit.objects.filter(inside(union_of(unit)), closed_on=None, kind=Unit.Kind.DEPARTMENT)
