"""Write over a cell that could not go in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from tongxin.imports.access import importer_of
from tongxin.imports.actions.opened import opened
from tongxin.imports.models import ImportRun

LONGEST = 200


@transaction.atomic
def mend_cell(*, actor: Any, now: datetime, run: ImportRun, sheet: str, row: int, key: str, value: str) -> ImportRun:
    """Read `value` in place of what the file says in this row and column; the file itself stays as it was given.

    A draft of the run. Refuses as `opened`.
    """
    held = opened(actor, run)
    if key not in {column.key for column in importer_of(held).columns}:
        return held
    cells = held.choices.get("cells", {})
    rows = cells.get(sheet, {})
    mended = {**rows, str(row): {**rows.get(str(row), {}), key: value.strip()[:LONGEST]}}
    held.choices = {**held.choices, "cells": {**cells, sheet: mended}}
    held.save(update_fields=["choices"])
    return held
