"""Which unit and which period figures are looked at for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tongxin.core.periods import Period
from tongxin.org.models import Unit
from tongxin.ui.forms import Form


class ScopeForm(Form):
    """Nothing chosen: the whole year of the first unit. A period that runs backwards is turned round."""

    unit = forms.ModelChoiceField(label=_("单位"), queryset=Unit.objects.none(), required=False)
    start = forms.DateField(label=_("从"), required=False, widget=forms.DateInput)
    end = forms.DateField(label=_("到"), required=False, widget=forms.DateInput)

    def __init__(self, data: Any, *, units: QuerySet[Unit], year: int) -> None:
        given = {"unit": data.get("unit", ""), "start": data.get("from", ""), "end": data.get("to", "")}
        super().__init__(given)
        self.year = year
        self.units = list(units)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.is_valid()

    @property
    def chosen(self) -> Unit | None:
        """The chosen unit, the first where none is."""
        unit: Unit | None = self.cleaned_data.get("unit")
        return unit or next(iter(self.units), None)

    @property
    def period(self) -> Period:
        """The chosen days, the whole year where none are."""
        whole = Period.of_year(self.year)
        days = sorted((self.cleaned_data.get("start") or whole.start, self.cleaned_data.get("end") or whole.end))
        return Period.between(*days)

    @property
    def query(self) -> str:
        """The choice as it stands in an address."""
        period = self.period
        days = "" if period.year == self.year else f"&from={period.start}&to={period.end}"
        return f"unit={self.chosen.pk if self.chosen else ''}{days}"
