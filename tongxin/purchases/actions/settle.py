"""Close a round's accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.purchases.access import require_change
from tongxin.purchases.models import Settlement
from tongxin.purchases.queries.money import Money, money_of
from tongxin.purchases.rules.rounds import SETTLING
from tongxin.welfare.models import Round


@transaction.atomic
def settle(*, actor: Actor, now: datetime, round: Round, left_words: str = "") -> Settlement:
    """The sums as they stand; from here on only counter-entries with a reason.

    Refuses: `access.…`, `purchases.not_closed`, `purchases.settled_already`, `purchases.nothing_bought`,
    `purchases.left_open` (some are left over, and nobody says what becomes of them; fact `left`).
    """
    require_change(actor, round.unit)
    held = lock(Round.objects.filter(pk=round.pk)).get()
    held.unit = round.unit
    if held.state not in SETTLING:
        raise Refused("purchases.not_closed", _("这次福利还没有办结，办结以后再结算。"))
    if Settlement.objects.filter(round=held).exists():
        raise Refused("purchases.settled_already", _("已经结算过了。"))
    money = money_of(held)
    if not money.lines:
        raise Refused("purchases.nothing_bought", _("台账里还没有这次的采购，先记上再结算。"))
    if money.left > 0 and not left_words.strip():
        sentence = _("还剩%(n)s份，写一句剩下的怎么办，例如退回供应商。") % {"n": money.left}
        raise Refused("purchases.left_open", sentence, field="left_words", left=money.left)
    made = Settlement.objects.create(
        round=held, spent_fen=money.spent, allowed_fen=money.allowed, bought=money.bought, given=money.given,
        left=max(money.left, 0), left_words=left_words.strip()[:300], stood=_stood(money), at=now, by=actor.label,
    )  # fmt: skip
    after = {"spent_fen": made.spent_fen, "allowed_fen": made.allowed_fen, "given": made.given, "left": made.left}
    record(
        actor=actor, now=now, act="purchases.settle", thing=held, unit=round.unit, reason=made.left_words, after=after
    )
    return made


def _stood(money: Money) -> dict[str, Any]:
    return {
        "heads": money.heads,
        "lines": [line.pk for line in money.lines],
        "given": {str(each.pack.pk): each.given for each in money.packs},
    }
