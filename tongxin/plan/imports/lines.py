"""What is to be written for a line of the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tongxin.activities.models import Activity
from tongxin.org.models import Unit

Part = tuple[Unit | str, str]
"""An organiser: a unit, or the name of one to be founded, and its role."""


@dataclass(frozen=True)
class ActivityLine:
    """An activity to add (`known` empty) or to change. `fields` are what `add_activity` or `edit_activity` take;
    `organisers` is None where they stay."""

    row: int
    fields: dict[str, Any] = field(default_factory=dict)
    organisers: tuple[Part, ...] | None = None
    known: Activity | None = None


@dataclass(frozen=True)
class WorkLine:
    """A work item to add; `responsible` answers for it."""

    row: int
    fields: dict[str, Any]
    responsible: Part | None = None
