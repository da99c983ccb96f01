"""Bring the figures in a text up to today's records."""

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
from tongxin.report.rules.body import Block, Body, Chip, Run
from tongxin.report.rules.checker import Facts


@transaction.atomic
def refresh_figures(
    *,
    actor: Actor,
    now: datetime,
    summary: Summary,
    block_id: str = "",
    reference: str = "",
    base_number: int | None = None,
) -> Version:
    """Give the chips today's values: all of them, or those of `reference` in one block. What was kept on purpose stays.

    The latest version is returned where nothing differs. Refuses: `access.…`, `summary.signed`,
    `summary.changed_meanwhile`.
    """
    facts = facts_of(summary.unit, summary.year)

    def fresh(run: Run, block: Block) -> Run:
        wanted = not block_id or (block.id == block_id and isinstance(run, Chip) and run.ref == reference)
        if isinstance(run, Chip) and wanted and (block_id or not run.kept):
            return _today(run, facts)
        return run

    def change(body: Body) -> Body:
        blocks = (replace(block, runs=tuple(fresh(run, block) for run in block.runs)) for block in body.blocks)
        return replace(body, blocks=tuple(blocks))

    return revise(
        actor=actor, now=now, summary=summary, act="report.refresh_figures", change=change, base_number=base_number,
        block_id=block_id, note=_("按记录更新数据项"),
    )  # fmt: skip


@transaction.atomic
def keep_figure(
    *, actor: Actor, now: datetime, summary: Summary, block_id: str, reference: str, reason: str, base_number: int
) -> Version:
    """Keep a figure that differs from the records, and say why. Refuses: `access.…`, `summary.signed`,
    `summary.no_reason`, `summary.changed_meanwhile`."""
    if not reason.strip():
        raise Refused("summary.no_reason", _("保留与记录不同的数字，要写明理由。"), field="reason")

    def change(body: Body) -> Body:
        blocks = []
        for block in body.blocks:
            runs = tuple(_kept(run, reference, reason) for run in block.runs)
            blocks.append(replace(block, runs=runs) if block.id == block_id else block)
        return replace(body, blocks=tuple(blocks))

    return revise(
        actor=actor, now=now, summary=summary, act="report.keep_figure", change=change, base_number=base_number,
        block_id=block_id, note=_("保留一个数据项"), reason=reason,
    )  # fmt: skip


def _kept(run: Run, reference: str, reason: str) -> Run:
    if isinstance(run, Chip) and run.ref == reference:
        return replace(run, kept=reason.strip()[:200])
    return run


def _today(chip: Chip, facts: Facts) -> Chip:
    return chip_now(chip.ref, facts) or chip
