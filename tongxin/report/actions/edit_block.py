"""Change the words of one block."""

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
from tongxin.report.queries.texts import read_line
from tongxin.report.rules.body import KINDS, Block, Body, fresh_id, replaced
from tongxin.report.rules.checker import Facts


@transaction.atomic
def edit_block(
    *,
    actor: Actor,
    now: datetime,
    summary: Summary,
    block_id: str,
    text: str,
    base_number: int,
    kind: str = "",
    note: str = "",
) -> Version:
    """Put `text` (words and tokens; each line becomes a block of its own) in place of a block; an empty text removes it.

    Refuses: `access.…`, `summary.signed`, `summary.no_block`, `summary.unknown_figure`, `summary.changed_meanwhile` (409).
    """
    facts = facts_of(summary.unit, summary.year)

    def change(body: Body) -> Body:
        old = body.block(block_id)
        if old is None:
            raise Refused(
                "summary.no_block",
                _("这一段已经不在了。你写的还在，另起一段再存。"),
                field="text",
                status=409,
                mine=text,
            )
        return replaced(body, block_id, blocks_of(text, old, body, facts, kind))

    return revise(
        actor=actor, now=now, summary=summary, act="report.edit_block", change=change, base_number=base_number,
        block_id=block_id, mine=text, note=note,
    )  # fmt: skip


def blocks_of(text: str, old: Block, body: Body, facts: Facts, kind: str = "") -> list[Block]:
    """The blocks of a typed text: the first keeps the old one's id, further lines become paragraphs behind it."""
    lines = [line for line in text.splitlines() if line.strip()]
    first_kind = kind if kind in KINDS else old.kind
    made: list[Block] = []
    for at, line in enumerate(lines):
        as_kind = first_kind if at == 0 else "p"
        runs = read_line(line.strip(" \t\u3000"), as_kind, body, facts)
        if at == 0:
            made.append(replace(old, kind=as_kind, runs=runs))
        else:
            number = int(fresh_id(body)[1:]) + at - 1
            made.append(Block(f"b{number}", as_kind, runs, place=old.place))
    return made
