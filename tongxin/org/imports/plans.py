"""What is to be written for a row of the roster."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tongxin.org.imports.facts import Known
from tongxin.org.models import Unit


@dataclass(frozen=True)
class PersonPlan:
    """A person to add (`known` empty) or to change.

    `details` are columns of the person, `unit`/`unit_name` where the person is to belong (a name alone: a unit to be
    founded first) as from `placed_since`, `standing` the membership to begin and `since` when.
    """

    staff_no: str
    placed_since: date
    since: date
    details: dict[str, object] = field(default_factory=dict)
    known: Known | None = None
    unit: Unit | None = None
    unit_name: str = ""
    standing: str | None = None

    @property
    def moves(self) -> bool:
        """Whether the person comes to another unit."""
        return self.unit is not None or bool(self.unit_name)
