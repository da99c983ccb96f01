"""Importing from the shell, and from other apps' code: one call, the same way as in the browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.core.sheets.table import Problem
from tongxin.imports.actions.add_run import add_run
from tongxin.imports.actions.apply_run import apply_run
from tongxin.imports.exports.refused import refused_rows
from tongxin.imports.models import ImportRun
from tongxin.imports.protocol import Importer, Target, Verdict, importers
from tongxin.imports.queries.preview import Preview, preview
from tongxin.imports.reading import begin

SHOWN = 20
EVERY = "*"


@dataclass(frozen=True)
class ShellImport:
    """What is wanted of an import at the shell."""

    kind: str
    file: Path
    unit: Any
    year: int | None = None
    dry_run: bool = False
    all_or_nothing: bool = False
    new_units: bool = False
    refused_to: Path | None = None


@dataclass(frozen=True)
class ShellAnswer:
    """What came of it."""

    made: Preview
    dry_run: bool
    tables: list[Any] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """Rows that could not go in."""
        return self.made.counts["refused"]

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        counts = {kind: self.made.counts[kind] for kind in ("new", "changed", "unchanged", "refused")}
        return {
            "dry_run": self.dry_run,
            **counts,
            "columns": {table.sheet_name: _columns(table) for table in self.tables},
            "problems": [
                _problem(verdict, problem) for verdict in self.made.verdicts["refused"] for problem in verdict.problems
            ],
            "unknown_units": [{"name": unit.name, "rows": unit.rows} for unit in self.made.unknown_units],
            "skipped": [{"row": skip.row_number, "why": skip.why, "words": skip.words} for skip in self.made.skipped],
            "warnings": [{"code": notice.code, "sentence": notice.sentence} for notice in self.made.warnings],
            "notes": self.made.afterwords,
        }

    def as_text(self) -> str:
        """For people: the counts, the first reasons, what was passed over."""
        counts = self.made.counts
        head = _("只核对，没有入库：") if self.dry_run else _("已入库：")
        lines = [
            head + _("新增%(new)s，变更%(changed)s，不变%(unchanged)s，没进%(refused)s") % {
                kind: counts[kind] for kind in ("new", "changed", "unchanged", "refused")
            }
        ]  # fmt: skip
        refused = self.made.verdicts["refused"]
        lines += [f"  {problem.ref}  {problem.sentence}" for verdict in refused[:SHOWN] for problem in verdict.problems]
        if len(refused) > SHOWN:
            lines.append(_("  还有%(more)s行，用 --refused FILE.xlsx 写出来看") % {"more": counts["refused"] - SHOWN})
        return "\n".join([*lines, *self.made.afterwords])


def import_file(*, actor: Any, now: datetime, wanted: ShellImport) -> ShellAnswer:
    """Check a file, and take in what is sound unless it is a dry run. Refuses as `begin` and `take_in` do."""
    importer = importers.get(wanted.kind)
    if importer is None:
        raise Refused("import.kind", _("没有“%(kind)s”这一种表。") % {"kind": wanted.kind})
    choices: dict[str, Any] = {"units": {EVERY: "new"}} if wanted.new_units else {}
    target = Target(actor, now, wanted.unit, wanted.year, choices)
    if wanted.refused_to is not None:
        refused_rows(begin(importer, target, wanted.file, wanted.file.name, choices), wanted.refused_to)
    if wanted.dry_run:
        reading = begin(importer, target, wanted.file, wanted.file.name, choices)
        return ShellAnswer(preview(reading), True, reading.tables)
    made = _take_in(importer, target, wanted)
    return ShellAnswer(made, False, made.tables)


def _take_in(importer: Importer, target: Target, wanted: ShellImport) -> Preview:
    """The file becomes a run, as in the browser; where it is refused, neither the run nor the file stays."""
    run: ImportRun | None = None
    try:
        with transaction.atomic(), wanted.file.open("rb") as file:
            run = add_run(
                actor=target.actor, now=target.now, importer=importer, unit=target.unit, year=target.year,
                file=file, filename=wanted.file.name, choices=dict(target.choices), look_over=False,
            )  # fmt: skip
            return apply_run(actor=target.actor, now=target.now, run=run, all_or_nothing=wanted.all_or_nothing)
    except BaseException:
        if run is not None:
            run.file.delete(save=False)
        raise


def _columns(table: Any) -> dict[str, str]:
    return {
        table.layout.titles[index]: key
        for index, key in table.layout.mapping.items()
        if index < len(table.layout.titles)
    }


def _problem(verdict: Verdict, problem: Problem) -> dict[str, Any]:
    return {
        "row": verdict.row.record.row_number,
        "cell": problem.ref,
        "column": problem.key,
        "code": problem.code,
        "sentence": problem.sentence,
    }
