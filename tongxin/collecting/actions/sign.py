"""A signature drawn on the officer's phone, to what was handed out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.audit.actions.record_many import Touched, record_many
from tongxin.collecting.access import Reach
from tongxin.collecting.models import Receipt
from tongxin.collecting.rules.signing import read_signature
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor


def keep_signatures(*, actor: Actor, now: datetime, reach: Reach, signs: Mapping[str, str]) -> set[str]:
    """Keep the signatures to what was sent under these keys; the first one stays. The keys whose receipts are signed now.

    An instrument of `hand_over_many`; a signature that is none, or to nothing, is passed over.
    """
    wanted = {key: path for key, sign in signs.items() if key and (path := read_signature(sign))}
    if not wanted:
        return set()
    with transaction.atomic():
        rows = lock(Receipt.objects.filter(reach.condition("entitled__unit__path"), key__in=wanted, undone_at=None))
        found = list(rows.filter(entitled__round=reach.round).select_related("entitled__person", "entitled__unit"))
        fresh = [receipt for receipt in found if not receipt.signature]
        for receipt in fresh:
            receipt.signature = wanted[receipt.key]
        Receipt.objects.bulk_update(fresh, ["signature"])
        touched = [Touched(each, _path(each), {"round": reach.round.pk, "signed": True}) for each in fresh]
        record_many(actor=actor, now=now, act="collecting.sign", touched=touched)
    return {receipt.key for receipt in found}


@transaction.atomic
def sign(*, actor: Actor, now: datetime, receipt: Receipt, sign: str) -> Receipt:
    """Add a signature to a receipt that has none; the caller fetched it through `access.get_receipt`.

    Refuses: `collecting.no_signature`, `collecting.signed`, `collecting.undone`.
    """
    path = read_signature(sign)
    if path is None:
        raise Refused("collecting.no_signature", _("还没有签上，用手指在框里写名字。"), field="sign")
    held = lock(Receipt.objects.filter(pk=receipt.pk)).select_related("entitled__person", "entitled__unit").get()
    if held.undone_at is not None:
        raise Refused("collecting.undone", _("这一份已经撤销了，不能再签。"))
    if held.signature:
        raise Refused("collecting.signed", _("已经签过名了。"))
    held.signature = path
    held.save(update_fields=["signature"])
    record(actor=actor, now=now, act="collecting.sign", thing=held, unit=held.entitled.unit, after={"signed": True})
    return held


def _path(receipt: Receipt) -> str:
    return (receipt.entitled.unit.path or "") if receipt.entitled.unit else ""
