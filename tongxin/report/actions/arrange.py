"""Add, remove and move blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.report.actions.writing import revise
from tongxin.report.models import Summary, Version
from tongxin.report.queries.facts import facts_of
from tongxin.report.queries.texts import read_line
from tongxin.report.rules.body import KINDS, Block, Body, fresh_id, replaced


@transaction.atomic
def add_block(
    *,
    actor: Actor,
    now: datetime,
    summary: Summary,
    after: str,
    kind: str = "p",
    text: str,
    base_number: int,
    note: str = "",
) -> Version:
    """Add one block behind the block `after`. Refuses: `access.…`, `summary.signed`, `summary.no_block`,
    `summary.unknown_figure`, `summary.changed_meanwhile`."""
    facts = facts_of(summary.unit, summary.year)

    def change(body: Body) -> Body:
        old = _block(body, after)
        kind_ = kind if kind in KINDS else "p"
        new = Block(fresh_id(body), kind_, read_line(text, kind_, body, facts), place=old.place)
        return replaced(body, after, (old, new))

    return revise(
        actor=actor, now=now, summary=summary, act="report.add_block", change=change, base_number=base_number,
        block_id=after, mine=text, note=note,
    )  # fmt: skip


@transaction.atomic
def add_written(
    *,
    actor: Actor,
    now: datetime,
    summary: Summary,
    after: str,
    blocks: Sequence[Block],
    base_number: int,
    note: str = "",
) -> Version:
    """Add blocks that the product wrote (a finding told in words) behind the block `after`. Refuses as `add_block`."""

    def change(body: Body) -> Body:
        old = _block(body, after)
        first = int(fresh_id(body)[1:])
        new = [replace(block, id=f"b{first + at}") for at, block in enumerate(blocks)]
        return replaced(body, after, (old, *new))

    return revise(
        actor=actor, now=now, summary=summary, act="report.add_block", change=change, base_number=base_number,
        block_id=after, note=note,
    )  # fmt: skip


@transaction.atomic
def remove_block(*, actor: Actor, now: datetime, summary: Summary, block_id: str, base_number: int) -> Version:
    """Take a block out; the versions before keep it. Refuses: `access.…`, `summary.signed`, `summary.no_block`,
    `summary.changed_meanwhile`."""

    def change(body: Body) -> Body:
        _block(body, block_id)
        return replaced(body, block_id, ())

    return revise(
        actor=actor, now=now, summary=summary, act="report.remove_block", change=change, base_number=base_number,
        block_id=block_id, note=_("删去一段"),
    )  # fmt: skip


@transaction.atomic
def move_block(
    *, actor: Actor, now: datetime, summary: Summary, block_id: str, steps: int, base_number: int
) -> Version:
    """Move a block up (`steps` below 0) or down. Refuses: `access.…`, `summary.signed`, `summary.no_block`,
    `summary.changed_meanwhile`."""

    def change(body: Body) -> Body:
        block = _block(body, block_id)
        rest = [other for other in body.blocks if other.id != block_id]
        place = min(max(body.blocks.index(block) + steps, 0), len(rest))
        return replace(body, blocks=(*rest[:place], block, *rest[place:]))

    return revise(
        actor=actor, now=now, summary=summary, act="report.move_block", change=change, base_number=base_number,
        block_id=block_id, note=_("挪动一段"),
    )  # fmt: skip


def _block(body: Body, block_id: str) -> Block:
    block = body.block(block_id)
    if block is None:
        raise Refused("summary.no_block", _("这一段已经不在了，刷新一下再看。"), status=409)
    return block
