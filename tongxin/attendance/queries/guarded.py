"""Whether a restriction 管控 keeps a door shut today, and why."""

from __future__ import annotations

from datetime import datetime

from tongxin.activities.queries.restricted import Said, said_at_door
from tongxin.attendance.queries.facts import SlotFacts


def keeps_shut(facts: SlotFacts, now: datetime) -> Said | None:
    """The first thing said that stops people from coming; None where nothing does, or what was demanded is on record.

    No query while no restriction of the installation stops anything; five at most.
    """
    if not facts.guarded:
        return None
    return next((each for each in said_at_door(facts.activity, now) if each.stops), None)
