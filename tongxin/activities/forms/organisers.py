"""Organisers: rows of a unit and its role, without scripts."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Organiser
from tongxin.activities.queries.choices import units_to_organise
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.ui.forms import Form

LEAST_ROWS: Final = 4


class OrganisersForm(Form):
    """`unit_0 role_0 unit_1 …`: at least four rows, one more than there are organisers."""

    def __init__(
        self, *args: Any, actor: Actor, organisers: list[tuple[Unit, str]] | None = None, **kwargs: Any
    ) -> None:
        held = organisers or []
        self.rows = max(LEAST_ROWS, len(held) + 1)
        initial: dict[str, Any] = {f"unit_{n}": unit.pk for n, (unit, _role) in enumerate(held)}
        initial |= {f"role_{n}": role for n, (_unit, role) in enumerate(held)}
        kwargs["initial"] = {**initial, **(kwargs.get("initial") or {})}
        # Before the parent copies and dresses them.
        self.base_fields = {**self.base_fields, **_row_fields(self.rows, actor)}  # type: ignore[misc]
        super().__init__(*args, **kwargs)

    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows, for the template."""
        return [(self[f"unit_{n}"], self[f"role_{n}"]) for n in range(self.rows)]

    def first_pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The two rows that are always shown."""
        return self.pairs()[:2]

    def more_pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows that are folded."""
        return self.pairs()[2:]

    def organisers(self) -> list[tuple[Unit, str]]:
        """The units that were named, with their roles, in order."""
        data = self.cleaned_data
        named = [n for n in range(self.rows) if data.get(f"unit_{n}")]
        return [(data[f"unit_{n}"], data[f"role_{n}"] or Organiser.Role.RUN) for n in named]

    def plain(self) -> dict[str, Any]:
        """The cleaned values of the other fields."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith(("unit_", "role_"))}


def _row_fields(rows: int, actor: Actor) -> dict[str, forms.Field]:
    """The fields of all rows over one list of units, read once."""
    units = {str(unit.pk): unit for unit in units_to_organise(actor)}
    choices = [("", _("不选")), *((key, unit.called) for key, unit in units.items())]
    found: dict[str, forms.Field] = {}
    for n in range(rows):
        label = _("承办单位") if n == 0 else _("还有一个单位")
        found[f"unit_{n}"] = forms.TypedChoiceField(
            label=label, choices=choices, coerce=units.__getitem__, empty_value=None, required=False
        )
        found[f"role_{n}"] = forms.ChoiceField(
            label=_("角色"), choices=Organiser.Role.choices, initial=Organiser.Role.RUN, required=False
        )
    return found
