"""Say which sheets are read, where their titles are, and which column is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.imports.access import importer_of
from tongxin.imports.actions.opened import opened
from tongxin.imports.models import ImportRun
from tongxin.imports.protocol import Importer

Columns = Mapping[str, Mapping[str, str]]


@transaction.atomic
def choose_columns(
    *, actor: Any, now: datetime, run: ImportRun, sheets: Sequence[str], header_row: Mapping[str, int], columns: Columns
) -> ImportRun:
    """Overrule how the file was understood; a draft of the run, so the trail keeps only what is taken in.

    `columns`: sheet → index of a column → its key, or "" to leave it out.
    Refuses: `import.no_sheet`, `import.column_twice`, as `opened`.
    """
    held = opened(actor, run)
    if not sheets:
        raise Refused("import.no_sheet", _("一张工作表也没选。至少选一张。"))
    importer = importer_of(held)
    for sheet in sheets:
        _require_once(importer, sheet, columns.get(sheet, {}))
    held.choices = {
        **held.choices,
        "sheets": list(sheets),
        "header_row": dict(header_row),
        "columns": {sheet: dict(chosen) for sheet, chosen in columns.items()},
    }
    held.save(update_fields=["choices"])
    return held


def _require_once(importer: Importer, sheet: str, chosen: Mapping[str, str]) -> None:
    keys = [key for key in chosen.values() if key]
    twice = next((column for column in importer.columns if keys.count(column.key) > 1), None)
    if twice is not None:
        words = _("工作表“%(sheet)s”里有两列都选了“%(column)s”。留一列，另一列选“不用”。")
        raise Refused("import.column_twice", words % {"sheet": sheet, "column": twice.label})
