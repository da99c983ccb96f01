"""Change what was approved while people choose: until when, and how many there are of a pack. Each with its reason, on the round's page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.choosing import require_ahead
from tongxin.welfare.actions.edit import require_sound
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Amendment, Pack, Round


def move_choosing(*, actor: Actor, now: datetime, round: Round, choose_until: datetime, reason: str) -> Round:
    """Choosing ends earlier or later, never in the past; who follows moves along what hangs on it and tells those concerned.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.not_yet`, `welfare.no_reason`, `welfare.nothing_new`,
    `welfare.choosing_past`, `welfare.choosing_backward`.
    """
    require_run(actor, round)
    with turn("move_choosing", actor=actor, now=now, round=round, words=reason) as held:
        _require_reason(reason)
        was = held.choose_until
        if was == choose_until:
            raise Refused("welfare.nothing_new", _("和原来一样，没有改。"), field="choose_until")
        require_ahead(choose_until, now)
        held.choose_until = choose_until
        require_sound(held)
        _keep(held, actor, now, reason, until_was=was, until=choose_until)
    return held


def restock(*, actor: Actor, now: datetime, pack: Pack, stock: int | None, reason: str) -> Pack:
    """There are more of a pack, or fewer, but never fewer than were taken; None: enough for all. Who follows changes the places.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.not_yet`, `welfare.no_reason`, `welfare.pack_gone` (404),
    `welfare.one_pack`, `welfare.nothing_new`, and `choosing.below_taken`.
    """
    require_run(actor, pack.round)
    told: dict[str, Any] = {"pack": str(pack)}
    with turn("restock", actor=actor, now=now, round=pack.round, words=reason, told=told) as held:
        _require_reason(reason)
        kept = held.packs.filter(pk=pack.pk).first()
        if kept is None:
            raise Refused("welfare.pack_gone", _("这个礼包已经不在了。"), status=404)
        if kept.pool_id is None:
            raise Refused("welfare.one_pack", _("只有这一种，人人都有，不用改数量。"), field="stock")
        if kept.stock == stock:
            raise Refused("welfare.nothing_new", _("和原来一样，没有改。"), field="stock")
        _keep(held, actor, now, reason, pack=kept, stock_was=kept.stock, stock=stock)
        told |= {"stock_was": kept.stock, "stock": stock}
        kept.stock = stock
        kept.save(update_fields=["stock"])
    return kept


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("welfare.no_reason", _("写一句为什么改，福利页上看得到。"), field="reason")


def _keep(round: Round, actor: Actor, now: datetime, reason: str, **changed: Any) -> None:
    Amendment.objects.create(round=round, reason=reason.strip()[:200], at=now, by=actor.label, **changed)
