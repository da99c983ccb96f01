"""The first part of the work done: what the year asked for, in a row of 一是, 二是, 三是."""

from __future__ import annotations

from collections.abc import Sequence

from tongxin.plan.models import WorkItem
from tongxin.report.drafting.words import block, called, listed, run_in
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import Block, Run, Text


def draft(material: Material) -> list[Block]:
    """Wordings `duty-1`, `duty-2` … (their heading: the title of the wording `duty`), then the work items done."""
    items: list[Sequence[Run]] = [material.read(wording.text) for wording in material.wordings_of("duty")]
    items += _done(material)
    if not items:
        return []
    lead = material.wordings.get("duty")
    heading = lead.title if lead else "落实年度重点工作"
    return [block("h2", heading), block("p", material.wording("duty"), run_in(items))]


def _done(material: Material) -> list[Sequence[Run]]:
    done = [item for item in material.records.work if item.state == WorkItem.State.DONE]
    return [(Text(_sentence(item)),) for item in done]


def _sentence(item: WorkItem) -> str:
    by = f"，由{listed([called(item.responsible_unit)])}负责" if item.responsible_unit else ""
    how = f"，{item.words.rstrip('。；')}" if item.words else ""
    return f"完成“{item.title}”{by}{how}"
