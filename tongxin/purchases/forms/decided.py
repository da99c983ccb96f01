"""A line of the ledger with a committee's decision: the boxes come into sight once a limit stands in the way."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from django.forms import BoundField

from tongxin.core.refusals import Refused
from tongxin.purchases.forms.lines import LineForm, RewriteForm
from tongxin.rulebook.forms.exemptions import ExemptionForm, decided

NAMES: Final = tuple(ExemptionForm.base_fields)


def boxes() -> dict[str, Any]:
    """The boxes of a decision, none of them wanted: most lines need none."""
    found = {name: deepcopy(box) for name, box in ExemptionForm.base_fields.items()}
    for box in found.values():
        box.required = False
    return found


class WithDecision(LineForm):
    """`exempting`: the boxes are shown, for they were filled in or a limit stands in the way."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.base_fields = {**self.base_fields, **boxes()}  # type: ignore[misc]
        super().__init__(*args, **kwargs)
        filled = [self.data.get(self.add_prefix(name)) for name in NAMES] if self.is_bound else []
        self.exempting = any(filled) or any(self.initial.get(name) for name in NAMES)

    def refuse(self, refusal: Refused) -> None:
        """A limit that a committee may let through brings its boxes into sight."""
        self.exempting = self.exempting or bool(refusal.facts.get("exemptible"))
        super().refuse(refusal)

    def told(self) -> dict[str, Any]:
        """The cleaned values as the acts take them, with `decided` where any box was filled in."""
        given = super().told()
        typed = {name: given.pop(name, None) for name in NAMES}
        return {**given, "decided": decided(typed)} if any(typed.values()) else given

    def decision(self) -> list[BoundField]:
        """The boxes, in their order."""
        return [self[name] for name in NAMES]


class DecidedLineForm(WithDecision):
    """A line by hand."""


class DecidedRewriteForm(WithDecision, RewriteForm):
    """A line written anew."""
