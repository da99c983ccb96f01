"""Open choosing among the packs, and end it."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor, shell_actor
from tongxin.ui.words import moment
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.edit import require_sound
from tongxin.welfare.actions.telling import tell_recipients
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Round
from tongxin.welfare.queries.choices import has_choices

AT_ONCE: Final = 20
log = logging.getLogger("tongxin.work")


def open_choosing(
    *, actor: Actor, now: datetime, round: Round, choose_until: datetime, choose_from: datetime | None = None
) -> Round:
    """Everybody entitled is told and may choose from `choose_from` (now, unless told) until `choose_until`.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.nothing_to_choose`, `welfare.choosing_backward`, `welfare.choosing_past`.
    """
    require_run(actor, round)
    with turn("open_choosing", actor=actor, now=now, round=round) as held:
        if not has_choices(held):
            raise Refused("welfare.nothing_to_choose", _("只有一种礼包，也不送货、不转赠，不用选。直接开始发放。"))
        held.choose_from, held.choose_until = choose_from or now, choose_until
        held.opened_at, held.chosen_at = now, None
        require_sound(held)
        require_ahead(choose_until, now)
        with ours():
            title = _("选礼包：%(title)s") % {"title": held.title}
            body = _("%(until)s前选，没选的给默认的礼包。") % {"until": moment(choose_until)}
        tell_recipients(actor, now, held, "open", title, body)
    return held


def require_ahead(until: datetime, now: datetime) -> None:
    """Refuses an end of choosing that is in the past: `welfare.choosing_past`."""
    if until <= now:
        raise Refused("welfare.choosing_past", _("截止时间已经过了，往后定。"), field="choose_until")


def close_choosing(*, actor: Actor, now: datetime, round: Round, words: str = "") -> Round:
    """Nobody chooses any more; what everybody gets stands. Refuses: `access.…`, `welfare.not_possible`, `welfare.not_yet`."""
    require_run(actor, round)
    with turn("close_choosing", actor=actor, now=now, round=round, words=words) as held:
        held.chosen_at = now
    return held


def close_choosing_due(*, now: datetime) -> int:
    """End choosing wherever its time is over, for the worker; how many rounds. What another app still has against it waits."""
    due = Round.objects.filter(state=Round.State.CHOOSING, chosen_at=None, choose_until__lte=now).order_by(
        "choose_until"
    )
    ended = 0
    for round in due.select_related("unit")[:AT_ONCE]:
        try:
            close_choosing(actor=shell_actor("work"), now=now, round=round)
        except Refused as refusal:
            log.info("round %s: %s", round.pk, refusal.code)
        else:
            ended += 1
    return ended
