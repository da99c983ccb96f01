"""Begin to hand out, close, or call a round off."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.judging import keep_judged
from tongxin.welfare.actions.telling import tell_recipients
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Round


def hand_out(*, actor: Actor, now: datetime, round: Round, words: str = "") -> Round:
    """Packs are handed out from now on; everybody entitled is told, with the `words`.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.choose_first`, `welfare.not_yet`.
    """
    require_run(actor, round)
    with turn("hand_out", actor=actor, now=now, round=round, words=words) as held:
        if held.chosen_at is None and held.packs.count() > 1:
            raise Refused("welfare.choose_first", _("礼包不止一种，先让大家选。"))
        held.opened_at = held.opened_at or now
        with ours():
            title = _("可以领了：%(title)s") % {"title": held.title}
        tell_recipients(actor, now, held, "hand", title, words.strip())
    return held


def close(*, actor: Actor, now: datetime, round: Round, words: str = "") -> Round:
    """All is handed out and answered; what the rules say of it now stays with it, whatever rules come later.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.not_yet`.
    """
    require_run(actor, round)
    with turn("close", actor=actor, now=now, round=round, words=words) as held:
        keep_judged(held, now)
        held.closed_at = now
    return held


def cancel(*, actor: Actor, now: datetime, round: Round, reason: str) -> Round:
    """The round does not take place, or goes no further; who had been told of it is told why.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.no_reason`, `welfare.not_yet` (packs have been given out).
    """
    require_run(actor, round)
    with turn("cancel", actor=actor, now=now, round=round, words=reason) as held:
        if not reason.strip():
            raise Refused("welfare.no_reason", _("写一句为什么取消，已经知道的人会看到。"), field="reason")
        held.closed_at = now
        if held.opened_at is not None:
            with ours():
                title = _("取消了：%(title)s") % {"title": held.title}
            tell_recipients(actor, now, held, "cancel", title, reason.strip())
    return held
