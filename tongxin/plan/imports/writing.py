"""Write lines of the plan through the acts that people use, so that authority, rules and trail hold."""

from __future__ import annotations

from collections.abc import Iterable

from tongxin.activities.actions import add_activity, edit_activity, set_organisers
from tongxin.imports.protocol import Target
from tongxin.imports.words import naming_row
from tongxin.plan.actions.add_work_item import add_work_item
from tongxin.plan.imports.lines import ActivityLine, WorkLine
from tongxin.plan.imports.parts import Parts


def write(target: Target, parts: Parts, lines: Iterable[ActivityLine | WorkLine]) -> None:
    """Write each line. Refuses as the acts do, naming the row: then nothing of the file stays."""
    for line in lines:
        with naming_row(line.row):
            if isinstance(line, WorkLine):
                _work(target, parts, line)
            else:
                _activity(target, parts, line)


def _activity(target: Target, parts: Parts, line: ActivityLine) -> None:
    who = {"actor": target.actor, "now": target.now}
    organisers = [parts.settle(part) for part in line.organisers] if line.organisers is not None else None
    if line.known is None:
        add_activity(**who, unit=target.unit, year=target.year or 0, organisers=organisers or (), **line.fields)
        return
    if line.fields:
        edit_activity(**who, activity=line.known, **line.fields)
    if organisers is not None:
        set_organisers(**who, activity=line.known, organisers=organisers)


def _work(target: Target, parts: Parts, line: WorkLine) -> None:
    responsible = parts.settle(line.responsible)[0] if line.responsible else None
    add_work_item(
        actor=target.actor, now=target.now, unit=target.unit, year=target.year or 0, responsible_unit=responsible,
        **line.fields,
    )  # fmt: skip
