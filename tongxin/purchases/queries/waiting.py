"""What waits for who buys: parts that are due, rounds to settle, tasks that lag behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Sum

from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import MONEY_CHANGE
from tongxin.purchases.models import Part, Purchase, Task
from tongxin.purchases.queries.ledger import in_any_scope, through
from tongxin.welfare.models import Round

SOON = timedelta(days=14)
SEPTEMBER = 9


@dataclass(frozen=True)
class Behind:
    """A task with what is still to be spent, in fen."""

    task: Task
    missing: int


@dataclass(frozen=True)
class Waiting:
    """For one person: everything below the units for which they buy."""

    parts: tuple[Part, ...]
    to_settle: tuple[Round, ...]
    behind: tuple[Behind, ...]


def waiting_for(actor: Actor, today: date) -> Waiting:
    """Two queries, three more from September on."""
    paths = actor.paths(MONEY_CHANGE)
    parts = Part.objects.filter(below(paths, "task__unit__path"), done_on=None, due_on__lte=today + SOON)
    bought = Purchase.objects.filter(round=OuterRef("pk"))
    rounds = Round.objects.filter(
        below(paths, "unit__path"), Exists(bought), state=Round.State.CLOSED, settlement=None
    ).order_by("gives_on")
    return Waiting(
        tuple(parts.select_related("task__scope", "unit").order_by("due_on", "pk")), tuple(rounds),
        tuple(_behind(paths, today)) if today.month >= SEPTEMBER else (),
    )  # fmt: skip


def _behind(paths: tuple[str, ...], today: date) -> list[Behind]:
    tasks = list(Task.objects.filter(below(paths, "unit__path"), year=today.year).select_related("unit", "scope"))
    if not tasks:
        return []
    rows = Purchase.objects.filter(below(paths, "unit__path"), year=today.year).order_by()
    whole = list(rows.filter(in_any_scope()).values_list("unit__path").annotate(fen=Sum("fen")))
    pairs = through().filter(purchase__in=rows.values("pk")).order_by()
    single = list(pairs.values_list("scope", "purchase__unit__path").annotate(fen=Sum("purchase__fen")))
    found = []
    for task in tasks:
        path = task.unit.path or "\0"
        of_task = [(at, fen) for pk, at, fen in single if pk == task.scope_id] if task.scope_id else whole
        missing = task.target_fen - sum(fen for at, fen in of_task if (at or "").startswith(path))
        found += [Behind(task, missing)] if missing > 0 else []
    return found
