"""Begin the settlement with the lines of the budget."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.paperwork.actions.set_lines import told, write
from tongxin.paperwork.models import Line
from tongxin.paperwork.queries.facts import money_of


@transaction.atomic
def copy_budget(*, actor: Actor, now: datetime, activity: Activity) -> list[Line]:
    """The budget's lines become the settlement's first draft.

    Refuses: `access.…`, `money.no_budget`, `money.settlement_there`.
    """
    held = locked(activity)
    require_run(actor, held)
    lines = [money_of(row) for row in Line.objects.filter(activity=held, side=Line.Side.BUDGET)]
    if not lines:
        raise Refused("money.no_budget", _("还没有预算，没有可照抄的。"))
    if Line.objects.filter(activity=held, side=Line.Side.SETTLEMENT).exists():
        raise Refused("money.settlement_there", _("决算已经写了，没有盖掉。要照抄预算，先把决算的行清空。"))
    kept = write(held, Line.Side.SETTLEMENT, lines)
    after = told(Line.Side.SETTLEMENT, lines)
    record(actor=actor, now=now, act="paperwork.copy_budget", thing=held, unit=held.unit, after=after)
    return kept
