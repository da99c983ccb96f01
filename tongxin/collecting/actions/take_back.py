"""A receipt is taken back: a wrong scan, goods that came back, a pack changed for another. Nothing is deleted."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.choosing import words
from tongxin.collecting.access import get_receipt
from tongxin.collecting.actions.putting import Given, hold_lines, keep_round, put_down, require_handing
from tongxin.collecting.models import Receipt
from tongxin.collecting.queries.listed import listed
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.welfare.access import may_run
from tongxin.welfare.models import Pack, Round


@transaction.atomic
def take_back(*, actor: Actor, now: datetime, receipt: Receipt, reason: str, returned: bool = False) -> Receipt:
    """The receipt no longer counts; the person may get a pack again. `returned`: the goods came back too.

    Refuses: as `access.get_receipt`, `collecting.no_reason`, `collecting.undone` where somebody else took it back before,
    `collecting.over` once the round is closed, where the actor does not run it.
    """
    held = _held(actor, receipt, reason)
    round = held.entitled.round
    if round.state != Round.State.HANDING and not may_run(actor, round):
        raise Refused("collecting.over", _("这次已经结束了，要撤销请找办公室。"))
    _undo(held, reason, returned, actor, now, "collecting.take_back")
    return held


@transaction.atomic
def exchange(*, actor: Actor, now: datetime, receipt: Receipt, pack: Pack, reason: str) -> Receipt:
    """The pack came back and another one of the round was handed out for it, in one act; the new receipt.

    Refuses: as `take_back`, `collecting.not_handing`, `collecting.same_pack`, `collecting.other_pack`, `choosing.full` where there
    is none of the other pack.
    """
    held = _held(actor, receipt, reason)
    round = held.entitled.round
    require_handing(round, now)
    if pack.round_id != round.pk:
        raise Refused("collecting.other_pack", _("这不是这一次的礼包，换一个。"), field="pack")
    if pack.pk == held.pack_id:
        raise Refused(
            "collecting.same_pack", _("领的就是这个，换成别的才要记。同样的换一份好的，记在售后里。"), field="pack"
        )
    _swap(held, pack, reason.strip(), actor, now)
    _undo(held, reason, True, actor, now, "collecting.exchange", to=pack.pk)
    line = listed(round, rows=[held.entitled_id])[0]
    given = Given(line, pack.pk, now, held.way, point=held.point_id, note=reason.strip())
    fresh = put_down(round, [given], actor=actor, now=now)
    return Receipt.objects.get(pk=fresh[line.entitled])


def _swap(held: Receipt, pack: Pack, reason: str, actor: Actor, now: datetime) -> None:
    """What was chosen goes along with what was handed out, so that the stock of both packs holds."""
    if pack.pool is None:
        return
    try:
        places.swap(actor=actor, now=now, pool=pack.pool, person_id=held.entitled.person_id, exception=reason)
    except Refused as refused:
        raise words.ours(refused, pack=str(pack), round=held.entitled.round) from refused


def _held(actor: Actor, receipt: Receipt, reason: str) -> Receipt:
    keep_round(receipt.entitled.round_id)
    found = get_receipt(actor, receipt.pk)
    if not reason.strip():
        raise Refused("collecting.no_reason", _("写一句为什么，记录里看得到。"), field="reason")
    hold_lines([found.entitled_id])
    held = lock(Receipt.objects.filter(pk=found.pk)).get()
    if held.undone_at is not None:
        raise Refused("collecting.undone", _("这一份已经撤销过了。"))
    held.entitled = found.entitled
    return held


def _undo(held: Receipt, reason: str, returned: bool, actor: Actor, now: datetime, act: str, **after: int) -> None:
    held.undone_at, held.undone_why, held.returned = now, reason.strip()[:200], returned
    held.save(update_fields=["undone_at", "undone_why", "returned"])
    before = {"way": held.way, "at": held.at, "by": held.by, "pack": held.pack_id}
    record(
        actor=actor, now=now, act=act, thing=held, label=held.entitled.person.name, unit=held.entitled.unit or held.entitled.round.unit,
        reason=reason.strip(), before=before, after={"returned": returned, **after},
    )  # fmt: skip
