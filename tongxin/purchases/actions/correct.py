"""Correct a line: take it back by a counter-entry, or take it back and write it anew."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.goods.models import Product
from tongxin.org.actor import Actor
from tongxin.purchases.access import require_change
from tongxin.purchases.actions.add_line import exempted
from tongxin.purchases.actions.add_line import line as write_line
from tongxin.purchases.actions.writing import counter, told
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.payers import SUBJECT
from tongxin.rulebook.actions.exempt import end
from tongxin.rulebook.queries.exemptions import standing


@transaction.atomic
def take_back(*, actor: Actor, now: datetime, line: Purchase, reason: str) -> Purchase:
    """The counter-entry: the same with its amount below nothing; the line itself stays for ever. What a committee let through of
    it is withdrawn with it.

    Refuses: `access.…`, `purchases.no_reason`, `purchases.corrected` (already), `purchases.is_counter`.
    """
    require_change(actor, line.unit)
    made = _countered(actor, now, line, reason)
    record(
        actor=actor, now=now, act="purchases.take_back", thing=line, unit=line.unit, reason=made.words, before=told(line),
        after={"counter": made.pk},
    )  # fmt: skip
    return made


@transaction.atomic
def rewrite(*, actor: Actor, now: datetime, line: Purchase, reason: str, **fields: Any) -> Purchase:
    """Taken back and written anew in one act; `fields` are those of `add_line`. The new line, also in a settled round.

    It stays in its round and pack where no `round` is told; another round, or none, has not this pack. Scopes that are
    retired by now may stay.

    Refuses: as `take_back`, and as `add_line`; then nothing is taken back either.
    """
    require_change(actor, line.unit)
    gone = _countered(actor, now, line, reason)
    stays = line.round is not None and fields.get("round", line.round) == line.round
    kept: dict[str, Any] = {"settled": stays and hasattr(line.round, "settlement"), "had": list(line.scopes.all())}
    if stays:
        kept |= {"round": line.round, "pack": line.pack, "item": _item(line, fields.get("product"))}
    made = write_line(actor=actor, now=now, unit=line.unit, **{**kept, **fields})
    record(
        actor=actor, now=now, act="purchases.rewrite", thing=line, unit=line.unit, reason=gone.words, before=told(line),
        after={**told(made), **exempted(made), "counter": gone.pk, "line": made.pk},
    )  # fmt: skip
    return made


def _item(line: Purchase, product: Product | None) -> Product | None:
    """Which of the pack's products the new line is of: the one chosen now, where it is one of them; else as it was."""
    if line.pack is not None and product is not None and line.pack.items.filter(product=product).exists():
        return product
    return line.item


def _countered(actor: Actor, now: datetime, line: Purchase, reason: str) -> Purchase:
    if not reason.strip():
        raise Refused("purchases.no_reason", _("写一句为什么冲掉，查账的人看得懂。"), field="reason")
    if line.corrects_id is not None:
        raise Refused("purchases.is_counter", _("这一笔就是冲账，不能再冲。记错了，重新记一笔。"))
    if Purchase.objects.filter(corrects=line).exists():
        raise _already()
    try:
        with transaction.atomic():
            made = counter(actor=actor, now=now, line=line, words=reason.strip()[:200])
    except IntegrityError as twice:
        raise _already() from twice
    for each in standing(SUBJECT, [line.pk]):
        end(actor=actor, now=now, exemption=each, why=made.words)
    return made


def _already() -> Refused:
    return Refused("purchases.corrected", _("这一笔已经冲掉了，没有再冲。"))
