"""Write the budget or the settlement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.amounts import counted, plain, product
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.paperwork.models import Line
from tongxin.paperwork.queries.facts import money_of
from tongxin.paperwork.rules.lines import Money, total


@transaction.atomic
def set_lines(*, actor: Actor, now: datetime, activity: Activity, side: str, lines: Sequence[Money]) -> list[Line]:
    """These lines in this order are the whole budget (or settlement) from now on. Yuan, exact to the fen.

    Refuses: `access.…`, `money.does_not_multiply`.
    """
    held = locked(activity)
    require_run(actor, held)
    for number, line in enumerate(lines):
        if not line.multiplies:
            raise does_not_multiply(line, f"amount_{number}")
    rows = Line.objects.filter(activity=held, side=side)
    before = [money_of(row) for row in rows]
    if before == list(lines):
        return list(rows)
    rows.delete()
    kept = write(held, side, lines)
    record(
        actor=actor, now=now, act="paperwork.set_lines", thing=held, unit=held.unit, before=told(side, before),
        after=told(side, lines),
    )  # fmt: skip
    return kept


def write(activity: Activity, side: str, lines: Sequence[Money]) -> list[Line]:
    """The rows."""
    return Line.objects.bulk_create(
        Line(
            activity=activity, side=side, order=order, item=line.item, price=line.price, count=line.count,
            measure=line.measure, amount=line.amount, remark=line.remark,
        )
        for order, line in enumerate(lines)
    )  # fmt: skip


def told(side: str, lines: Sequence[Money]) -> dict[str, object]:
    """What the trail keeps: each line, and the sum."""
    words = [f"{line.item} {plain(line.price)}×{counted(line.count)}={plain(line.amount)}" for line in lines]
    return {"kind": side, "lines": words, "total": plain(total(lines))}


def does_not_multiply(line: Money, field: str) -> Refused:
    """The refusal that says what price and count give."""
    given = {"product": plain(product(line.price, line.count)), "amount": plain(line.amount)}
    sentence = _("单价乘数量是%(product)s，写的是%(amount)s。改一个，或者把金额空着。") % given
    return Refused("money.does_not_multiply", sentence, field=field)
