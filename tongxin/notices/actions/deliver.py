"""Take what waits in the outbox away: each parcel at most once (docs/decisions/0007)."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection
from datetime import datetime, timedelta
from time import monotonic

from django.db import connection, transaction
from django.utils.translation import gettext as _

from tongxin.notices.carriers import Carrier, Outcome, carry, unclear
from tongxin.notices.models import Parcel
from tongxin.notices.rules.retries import LONGEST_SENDING, pause_after

State = Parcel.State
MOST = 200
log = logging.getLogger("tongxin.notices")


def deliver(
    *, now: datetime, carrier: Carrier = carry, most: int = MOST, only: Collection[int] | None = None
) -> Counter[str]:
    """Send what is due, `most` parcels at a time, or `only` these; how many ended in which state.

    Called by the machine, outside any transaction: each parcel is claimed and committed before it leaves, and its
    outcome is committed after. Any number of workers may run at once.
    """
    begun, ended = monotonic(), Counter[str]()
    give_up(now)
    for _number in range(most):
        moment = now + timedelta(seconds=monotonic() - begun)
        parcel = _claim(now, moment, only)
        if parcel is None:
            break
        ended[_settle(parcel, _carried(carrier, parcel), moment)] += 1
    return ended


def give_up(now: datetime) -> int:
    """Call unclear what was being sent ten minutes ago: its worker died, before the parcel left or after."""
    stale = Parcel.objects.filter(state=State.SENDING, taken_at__lt=now - LONGEST_SENDING)
    return stale.update(state=State.UNCLEAR, done_at=now, fault=_("发到一半断了，不知道对方收到没有"))


@transaction.atomic(durable=True)
def _claim(now: datetime, moment: datetime, only: Collection[int] | None) -> Parcel | None:
    """The next parcel, ours from here on. Who claims at the same time gets another one: PostgreSQL passes over locked rows,
    on SQLite the transaction is the lock; the guarded update stands behind both."""
    waiting = Parcel.objects.filter(state=State.WAITING, due_at__lte=now).order_by("due_at", "pk")
    if only is not None:
        waiting = waiting.filter(pk__in=only)
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True, of=("self",))
    found = waiting.values_list("pk", flat=True).first()
    if found is None:
        return None
    mine = Parcel.objects.filter(pk=found, state=State.WAITING)
    if not mine.update(state=State.SENDING, taken_at=moment, fault=""):
        return None
    return Parcel.objects.select_related("notice__unit", "person", "robot__unit").get(pk=found)


def _carried(carrier: Carrier, parcel: Parcel) -> Outcome:
    """How it went; a fault of ours in the midst of sending leaves it unclear and must not stop the others."""
    try:
        return carrier(parcel)
    except Exception as fault:
        log.exception("parcel %s", parcel.pk)
        return unclear(type(fault).__name__)


@transaction.atomic
def _settle(parcel: Parcel, outcome: Outcome, moment: datetime) -> str:
    """Write down how it went; what was called unclear meanwhile is known now, what a person sent again is left alone."""
    tries = parcel.tries + 1
    pause = pause_after(tries) if outcome.state == "failed" else None
    state = State.FAILED if outcome.state in ("failed", "refused") else State(outcome.state)
    values = {"state": state, "done_at": moment, "tries": tries, "fault": outcome.fault}
    if pause is not None:
        values |= {"state": State.WAITING, "done_at": None, "due_at": moment + pause}
    held = Parcel.objects.filter(pk=parcel.pk, state__in=(State.SENDING, State.UNCLEAR), taken_at=parcel.taken_at)
    held.update(**values)
    return str(values["state"])
