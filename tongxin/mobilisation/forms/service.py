"""Who came, and how long: a tick and a number for each on the list."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.mobilisation.queries.shift import Row
from tongxin.ui.forms import Form


class ServiceForm(Form):
    """`came_<person>` and `hours_<person>` for all who are not put down yet; everybody came, for the whole shift, unless told."""

    def __init__(self, *args: Any, rows: Sequence[Row], default: str, **kwargs: Any) -> None:
        self.open_rows = [row for row in rows if row.minutes is None and row.state == "held"]
        super().__init__(*args, **kwargs)
        for row in self.open_rows:
            came: Any = forms.BooleanField(label=row.name, required=False, initial=True)
            came.widget.attrs["class"] = "tick"
            hours = forms.DecimalField(
                label=_("小时"), min_value=Decimal(0), max_value=Decimal(24), max_digits=4, decimal_places=2, required=False,
                initial=default,
            )  # fmt: skip
            hours.widget.attrs |= {"class": "box", "step": "0.25", "aria-label": row.name}
            self.fields[f"came_{row.person}"], self.fields[f"hours_{row.person}"] = came, hours
        self.default = default

    def minutes(self) -> dict[int, int]:
        """Minutes by person; nothing written means the whole shift."""
        found = {}
        for row in self.open_rows:
            hours = self.cleaned_data[f"hours_{row.person}"]
            whole = Decimal(self.default) if hours is None else hours
            found[row.person] = round(whole * 60) if self.cleaned_data[f"came_{row.person}"] else 0
        return found

    def cells(self) -> dict[int, tuple[Any, Any]]:
        """The two bound fields by person."""
        return {row.person: (self[f"came_{row.person}"], self[f"hours_{row.person}"]) for row in self.open_rows}
