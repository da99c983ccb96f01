"""Aims over several years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from tongxin.goals.forms.goals import owners_and_units
from tongxin.goals.models.measure import Direction
from tongxin.org.models import Person
from tongxin.ui.forms import EditedForm, Form


class AimForm(EditedForm):
    """What is to be reached, from one year to another."""

    title = forms.CharField(label=_("多年目标"), max_length=100, help_text=_("例如“十四五：人人参与”。"))
    first = forms.IntegerField(label=_("从哪年"), min_value=1950, max_value=2100)
    last = forms.IntegerField(label=_("到哪年"), min_value=1950, max_value=2100)
    owner = forms.ModelChoiceField(
        label=_("负责人"), queryset=Person.objects.none(), required=False, empty_label=_("先不定")
    )
    words = forms.CharField(label=_("说明"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, owners: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owners_and_units(self, owners, ())


class MeasureForm(Form):
    """A figure with a target for each year; an empty one for a year without."""

    measure = forms.ChoiceField(label=_("数据项"))
    direction = forms.ChoiceField(label=_("要求"), choices=Direction.choices)

    def __init__(self, *args: Any, choices: Iterable[Any], years: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measure = self.fields["measure"]
        assert isinstance(measure, forms.ChoiceField)
        measure.choices = [("", _("选一个")), *choices]
        self.years = list(years)
        for year in self.years:
            label = _now("%(year)s年的目标值") % {"year": year}
            self.fields[f"target_{year}"] = forms.CharField(
                label=label, max_length=24, required=False, widget=forms.TextInput(attrs={"class": "box"})
            )

    @property
    def targets(self) -> dict[int, str]:
        """What was typed, by year."""
        return {year: self.cleaned_data.get(f"target_{year}", "") for year in self.years}


class TypedForm(Form):
    """A value from before the system."""

    year = forms.IntegerField(label=_("哪一年"), min_value=1950, max_value=2100)
    value = forms.CharField(label=_("数"), max_length=24, help_text=_("填一个数，例如15、75%、3/4。"))
    source = forms.CharField(label=_("出处"), max_length=100, help_text=_("例如“2019年工作总结”。"))
