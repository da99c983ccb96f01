"""What the rules say of a round, kept at its end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tongxin.rulebook.queries.keeping import frozen
from tongxin.welfare.models import Judged, Round
from tongxin.welfare.queries.checked import Part, judged_now


def keep_judged(round: Round, now: datetime) -> Judged:
    """Keep what the rules say of it now, for good. An instrument of the act that closes it."""
    found = judged_now(round)
    return Judged.objects.create(
        round=round,
        at=now,
        parts=[_row(each) for each in found.parts],
        wholly=_row(found.whole) if found.whole else None,
    )


def _row(part: Part) -> dict[str, Any]:
    return {
        "payer": part.payer, "fen": part.fen, "others_fen": part.others_fen, "year_fen": part.year_fen,
        "findings": frozen(part.findings),
    }  # fmt: skip
