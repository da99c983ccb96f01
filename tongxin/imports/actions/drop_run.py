"""Give a run up."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.imports.access import get_place
from tongxin.imports.actions.add_run import told
from tongxin.imports.actions.opened import opened
from tongxin.imports.models import ImportRun


@transaction.atomic
def drop_run(*, actor: Any, now: datetime, run: ImportRun) -> ImportRun:
    """Nothing of the file goes in. Refuses: `import.applied`, `import.dropped`, as `get_place`."""
    held = opened(actor, run)
    held.state, held.dropped_at = ImportRun.State.DROPPED, now
    held.save(update_fields=["state", "dropped_at"])
    record(actor=actor, now=now, act="imports.drop", thing=held, unit=get_place(actor, held), before=told(held))
    return held
