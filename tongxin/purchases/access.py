"""Who sees purchases and who changes them. A stranger gets 404.

MONEY_READ in the unit or above reads, MONEY_CHANGE changes. What a round spent is told to whoever sees the round, by panels.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from tongxin.goods.access import unit_to_change, unit_to_read
from tongxin.org.access import below, require_right, require_somewhere
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import MONEY_CHANGE, MONEY_READ
from tongxin.purchases.models import Acceptance, Invoice, Part, Purchase, Task
from tongxin.welfare.access import fetch
from tongxin.welfare.models import Round

__all__ = [
    "get_acceptance", "get_invoice", "get_line", "get_part", "get_round_to_buy", "get_round_to_read", "get_task", "may_change",
    "may_read", "purchases_for", "readable", "require_change", "require_reader", "unit_to_change", "unit_to_read",
]  # fmt: skip


def require_reader(actor: Actor) -> None:
    """Refuses who reads no unit's purchases at all. Refuses as `require_somewhere`."""
    require_somewhere(actor, MONEY_READ)


def may_read(actor: Actor, unit: Unit) -> bool:
    """Whether the actor reads the unit's purchases now."""
    return actor.may(MONEY_READ, unit)


def may_change(actor: Actor, unit: Unit) -> bool:
    """Whether the actor may buy for the unit now."""
    return actor.may(MONEY_CHANGE, unit)


def require_change(actor: Actor, unit: Unit) -> None:
    """Refuses: `access.office_mode`, `access.no_right`."""
    require_right(actor, MONEY_CHANGE, unit)


def readable(actor: Actor, field: str = "unit__path") -> Q:
    """A condition: what belongs to units whose purchases the actor reads."""
    return below(actor.paths(MONEY_READ), field)


def purchases_for(actor: Actor) -> QuerySet[Purchase]:
    """The lines that the actor may read."""
    return Purchase.objects.filter(readable(actor))


def get_line(actor: Actor, pk: int, *, change: bool = False) -> Purchase:
    """A line of the ledger. Refuses: 404, and as `require_right`."""
    rows = Purchase.objects.select_related("unit", "supplier", "product", "invoice", "round__unit", "pack", "corrects")
    return _found(actor, rows.filter(pk=pk).first(), change=change)


def get_invoice(actor: Actor, pk: int, *, change: bool = False) -> Invoice:
    """An invoice. Refuses as `get_line`."""
    return _found(actor, Invoice.objects.select_related("unit", "supplier").filter(pk=pk).first(), change=change)


def get_task(actor: Actor, pk: int, *, change: bool = False) -> Task:
    """A year's task. Refuses as `get_line`."""
    return _found(actor, Task.objects.select_related("unit", "scope").filter(pk=pk).first(), change=change)


def get_part(actor: Actor, pk: int, *, change: bool = False) -> Part:
    """A partner unit's part in a task. Refuses as `get_line`."""
    part = Part.objects.select_related("task__unit", "task__scope", "unit").filter(pk=pk).first()
    if part is None:
        raise Http404
    _found(actor, part.task, change=change)
    return part


def get_acceptance(actor: Actor, pk: int) -> Acceptance:
    """An acceptance to take back. Refuses as `get_line`."""
    found = Acceptance.objects.select_related("round__unit", "pack").filter(pk=pk).first()
    if found is None:
        raise Http404
    require_right(actor, MONEY_CHANGE, found.round.unit)
    return found


def get_round_to_read(actor: Actor, pk: int) -> Round:
    """A round whose money the actor reads. Refuses as `get_line`."""
    return _found(actor, fetch(pk), change=False)


def get_round_to_buy(actor: Actor, pk: int) -> Round:
    """A round for which the actor buys. Refuses as `get_line`."""
    return _found(actor, fetch(pk), change=True)


def _found(actor: Actor, found: Any, *, change: bool) -> Any:
    if found is None:
        raise Http404
    require_right(actor, MONEY_CHANGE if change else MONEY_READ, found.unit)
    return found
