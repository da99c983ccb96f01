"""Take a file for checking."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.core.files import File
from django.db import transaction

from tongxin.audit.actions import record
from tongxin.core.sheets.book import open_book
from tongxin.imports.access import places_of
from tongxin.imports.models import ImportRun
from tongxin.imports.protocol import Importer


def add_run(
    *,
    actor: Any,
    now: datetime,
    importer: Importer,
    unit: Any,
    file: IO[bytes],
    filename: str,
    year: int | None = None,
    choices: dict[str, Any] | None = None,
    look_over: bool = True,
) -> ImportRun:
    """Keep a spreadsheet privately, to be checked; nothing of it is in the union's records yet.

    A file that cannot be read is not kept; `look_over` is off where it is taken in at once. Refuses: all of `sheet.…`, and as `Places.require`.
    """
    places_of(importer).require(actor, unit)
    run = ImportRun(
        kind=importer.key, unit_pk=unit.pk, unit_path=unit.path, year=year, filename=Path(filename).name[:200],
        added_by_id=actor.user_id, added_at=now, choices=choices or {},
    )  # fmt: skip
    run.file.save(filename, File(file), save=False)
    try:
        if look_over:
            open_book(Path(run.file.path), run.filename)
        _keep(actor, now, run, unit)
    except BaseException:
        run.file.delete(save=False)
        raise
    return run


def _keep(actor: Any, now: datetime, run: ImportRun, unit: Any) -> None:
    with Path(run.file.path).open("rb") as kept:
        run.sha256 = hashlib.file_digest(kept, "sha256").hexdigest()
    with transaction.atomic():
        run.save(force_insert=True)
        record(actor=actor, now=now, act="imports.add", thing=run, unit=unit, after=told(run))


def told(run: ImportRun) -> dict[str, Any]:
    """What the audit trail keeps of a run."""
    return {"kind": run.kind, "filename": run.filename, "sha256": run.sha256, "year": run.year}
