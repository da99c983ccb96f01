"""End a poll before its time, or drop one that nobody was asked yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_run
from tongxin.welfare.models import Poll, Round


@transaction.atomic
def end_poll(*, actor: Actor, now: datetime, round: Round) -> None:
    """End the poll: one that runs takes no more answers, one that has not begun is gone. Refuses: `access.…`, `welfare.no_poll`."""
    require_run(actor, round)
    poll = lock(Poll.objects.filter(round=round)).first()
    if poll is None or poll.is_over(now):
        raise Refused("welfare.no_poll", _("没有正在进行的征集。"))
    after = {"answers": poll.answers}
    if poll.told_at is None:
        poll.delete()
    else:
        # One that is ended in the moment in which it began has begun a moment before.
        poll.opens_at, poll.closes_at = min(poll.opens_at, now - timedelta(seconds=1)), now
        poll.save(update_fields=["opens_at", "closes_at"])
    record(actor=actor, now=now, act="welfare.end_poll", thing=round, unit=round.unit, after=after)
