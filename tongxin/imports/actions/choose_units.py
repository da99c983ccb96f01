"""Say what unknown names of units mean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tongxin.imports.actions.opened import opened
from tongxin.imports.models import ImportRun

NEW = "new"


@transaction.atomic
def choose_units(*, actor: Any, now: datetime, run: ImportRun, units: Mapping[str, str]) -> ImportRun:
    """For each name: `new` (found it as a branch), the code of a unit, or "" (its rows stay out for now).

    A draft of the run: the units are founded when it is taken in. Refuses as `opened`.
    """
    held = opened(actor, run)
    known = {**held.choices.get("units", {}), **units}
    held.choices = {**held.choices, "units": {name: choice for name, choice in known.items() if choice}}
    held.save(update_fields=["choices"])
    return held
