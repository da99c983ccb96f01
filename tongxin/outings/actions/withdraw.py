"""Take the application back."""

from __future__ import annotations

from datetime import datetime

from tongxin.activities.access import require_run
from tongxin.org.actor import Actor
from tongxin.outings.actions.turning import turn
from tongxin.outings.models import Outing


def withdraw(*, actor: Actor, now: datetime, outing: Outing, words: str = "") -> Outing:
    """The application is a draft again, to be changed; an approval falls with it. The activity stays as it is.

    Refuses: `access.…`, `outing.not_possible`, `outing.called_off`.
    """
    require_run(actor, outing.activity)
    with turn("withdraw", actor=actor, now=now, outing=outing, words=words) as held:
        pass
    return held
