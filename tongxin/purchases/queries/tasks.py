"""The year's tasks against the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import F, QuerySet

from tongxin.core.figures import percent
from tongxin.org.access import inside
from tongxin.org.models import Unit
from tongxin.purchases.models import Part, Purchase, Task
from tongxin.purchases.queries.parts import by_scope


@dataclass(frozen=True)
class TaskLine:
    """A task and what was spent in its scope, in fen; `parts` are the partner units'."""

    task: Task
    spent: int
    parts: tuple[Part, ...]

    @property
    def done(self) -> Fraction | None:
        """How far it is fulfilled."""
        return Fraction(self.spent, self.task.target_fen) if self.task.target_fen else None

    @property
    def told(self) -> str:
        """How far, in words of a screen."""
        return percent(self.done)

    @property
    def missing(self) -> int:
        """Fen that are still to be spent."""
        return max(self.task.target_fen - self.spent, 0)


def task_lines(unit: Unit, year: int) -> list[TaskLine]:
    """A unit's tasks of a year, the whole first. Six queries."""
    rows = Purchase.objects.filter(inside(unit, "unit__path"), year=year)
    tasks = list(tasks_of(unit, year))
    if not tasks:
        return []
    found = by_scope(rows)
    spent = {int(share.key): share.fen for share in found.parts}
    return [
        TaskLine(task, found.once if task.scope_id is None else spent.get(task.scope_id, 0), tuple(task.parts.all()))
        for task in tasks
    ]


def tasks_of(unit: Unit, year: int) -> QuerySet[Task]:
    """The tasks with their parts, that of the whole first."""
    rows = Task.objects.filter(unit=unit, year=year).select_related("scope", "unit").prefetch_related("parts__unit")
    return rows.order_by(F("scope").asc(nulls_first=True), "pk")


def is_late(part: Part, today: date) -> bool:
    """Whether a part is overdue."""
    return part.done_on is None and part.due_on is not None and part.due_on < today
