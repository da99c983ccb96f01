"""Ask those who received a pack how it was."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.ballots.actions import close_due
from tongxin.ballots.rules.showing import STEP
from tongxin.ballots.rules.window import closes_at
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor, shell_actor
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.turning import locked
from tongxin.welfare.hooks import Turned, recipients_of
from tongxin.welfare.models import Asked, Box, Round


@transaction.atomic
def ask_rating(*, actor: Actor, now: datetime, round: Round) -> Box:
    """Open the round's box for 14 days for all who have received a pack by now; who receives one later is asked at the close.

    Refuses: `access.…`, `welfare.rating_not_yet` (not being handed out), `welfare.rating_few` (fewer than five have received one),
    `welfare.rating_asked`, `welfare.gone` (404).
    """
    require_run(actor, round)
    round = locked(round)
    if round.state not in (Round.State.HANDING, Round.State.CLOSED):
        raise Refused("welfare.rating_not_yet", _("还没开始发，等大家领到了再请评价。"))
    if Box.objects.filter(round=round).exists():
        raise Refused("welfare.rating_asked", _("已经请大家评过了。"))
    box = _ask(actor, now, round)
    if box is None:
        raise Refused("welfare.rating_few", _("领到的还不够%(least)s人，评了也显示不出来。再等等。") % {"least": STEP})
    return box


def after_turn(turned: Turned) -> None:
    """Once a round is closed, all who received a pack are asked. Who was asked before is not asked twice: for those who came later
    the box opens for 14 days more, also where it was over.
    """
    if turned.act == "close":
        _ask(turned.actor, turned.now, turned.round)


@transaction.atomic
def close_ratings(*, now: datetime) -> int:
    """For the worker: close every box whose 14 days have passed; the number closed. What was not shown stays unshown."""
    boxes = close_due(Box.objects.select_related("round__unit"), now)
    for box in boxes:
        record(
            actor=shell_actor("work"), now=now, act="welfare.close_rating", thing=box.round, unit=box.round.unit,
            after={"shown": box.shown.total, "asked": box.asked},
        )  # fmt: skip
    return len(boxes)


def _ask(actor: Actor, now: datetime, round: Round) -> Box | None:
    """Open the box, or ask those too who are not yet asked; None where fewer than five received anything."""
    people = recipients_of(round)
    box = lock(Box.objects.filter(round=round)).first()
    if len(people) < STEP:
        return box
    asked = set(Asked.objects.filter(round=round).values_list("person", flat=True))
    if box is None:
        box = Box(round=round, opened_at=now)
    elif not people - asked:
        return box
    box.asked, box.closes_at, box.closed_at = len(asked | people), closes_at(now), None
    box.save()
    Asked.objects.bulk_create(
        (Asked(round=round, person_id=person) for person in sorted(people - asked)), batch_size=500
    )
    record(actor=actor, now=now, act="welfare.ask_rating", thing=round, unit=round.unit, after={"asked": box.asked})
    return box
