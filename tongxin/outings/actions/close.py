"""Close an outing with what came of it."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions import finish
from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.outings.actions.turning import turn
from tongxin.outings.models import Outing


def close(
    *,
    actor: Actor,
    now: datetime,
    outing: Outing,
    spent_fen: int,
    held_on: date | None = None,
    persons: int | None = None,
    outcome: str = "",
) -> Outing:
    """People and cost are known; where the activity has no result yet, `held_on`, `persons` and `outcome` become it.

    Refuses: `access.…`, `outing.not_possible`, `outing.called_off`, `outing.no_day`, and as `finish`.
    """
    require_run(actor, outing.activity)
    with turn("close", actor=actor, now=now, outing=outing, words=outcome) as held:
        held.spent_fen = spent_fen
        if held.activity.state != Activity.State.DONE:
            if held_on is None:
                raise Refused("outing.no_day", _("写上哪天去的。"), field="held_on")
            finish(
                actor=actor, now=now, activity=held.activity, held_on=held_on, persons=persons, person_times=persons, outcome=outcome
            )  # fmt: skip
    return held
