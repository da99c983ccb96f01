"""Put a figure in the place of a hand-typed number."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.report.actions.writing import revise
from tongxin.report.models import Summary, Version
from tongxin.report.queries.facts import facts_of
from tongxin.report.queries.texts import chip_now
from tongxin.report.rules.body import Block, Body, Chip, Run, Text, replaced, tidy


@transaction.atomic
def place_figure(
    *, actor: Actor, now: datetime, summary: Summary, block_id: str, quote: str, reference: str, base_number: int
) -> Version:
    """Replace the first hand-typed `quote` in a block by the chip of `reference`.

    Refuses: `access.…`, `summary.signed`, `summary.no_block`, `summary.unknown_figure`, `summary.changed_meanwhile`.
    """
    chip = chip_now(reference, facts_of(summary.unit, summary.year))
    if chip is None:
        raise Refused("summary.unknown_figure", _("没有这个数据项，换一个。"), field="text")

    def change(body: Body) -> Body:
        block = body.block(block_id)
        if block is None or not any(isinstance(run, Text) and quote in run.t for run in block.runs):
            raise Refused("summary.no_block", _("这几个字已经改过了，刷新一下再看。"), status=409)
        return replaced(body, block_id, [_placed(block, quote, chip)])

    return revise(
        actor=actor, now=now, summary=summary, act="report.place_figure", change=change, base_number=base_number,
        block_id=block_id, note=_("手写数字换成数据项"),
    )  # fmt: skip


def _placed(block: Block, quote: str, chip: Chip) -> Block:
    runs: list[Run] = []
    done = False
    for run in block.runs:
        if not done and isinstance(run, Text) and quote in run.t:
            before, _quote, after = run.t.partition(quote)
            runs += [Text(before), chip, Text(after)]
            done = True
        else:
            runs.append(run)
    return replace(block, runs=tidy(runs, block.kind))
