"""Take in what was checked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.imports.access import get_place
from tongxin.imports.actions.add_run import told
from tongxin.imports.actions.opened import opened
from tongxin.imports.actions.take_in import take_in
from tongxin.imports.models import ImportRun
from tongxin.imports.queries.open_run import open_run
from tongxin.imports.queries.preview import KINDS, Preview


@transaction.atomic
def apply_run(*, actor: Any, now: datetime, run: ImportRun, all_or_nothing: bool = False) -> Preview:
    """Judge the file again and write what is sound, all in one transaction: as before or as after, never between.

    Leaves an entry for each thing touched (the importer's), and one for the run with its counts.
    Refuses: `import.applied`, `import.dropped`, as `open_run` and `take_in` do, as the importer's acts do.
    """
    held = opened(actor, run)
    made = take_in(open_run(actor, now, held), run=held, all_or_nothing=all_or_nothing)
    held.state, held.applied_at, held.outcome = ImportRun.State.APPLIED, now, outcome(made)
    held.save(update_fields=["state", "applied_at", "outcome"])
    after = {**told(held), **held.outcome["counts"], "all_or_nothing": all_or_nothing}
    record(actor=actor, now=now, act="imports.apply", thing=held, unit=get_place(actor, held), after=after)
    return made


def outcome(made: Preview) -> dict[str, Any]:
    """What a run keeps of what came of it."""
    return {"counts": {kind: made.counts[kind] for kind in KINDS}, "notes": [str(note) for note in made.afterwords]}
