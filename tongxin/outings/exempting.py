"""An outing as a thing from whose limits a committee may decide an exception: who runs it, before it is handed in."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tongxin.core import clock
from tongxin.outings.access import get_outing_to_run, outings_for
from tongxin.outings.actions.turning import locked, require_possible
from tongxin.outings.queries.checked import KIND, OCCASION, exemptions_of, facts_of, how_many
from tongxin.rulebook.hooks import Subject, Taken


def take(actor: Any, now: datetime, pk: int, hold: bool) -> Taken:
    """The outing with its facts. Refuses: 404, `access.…`, `outing.not_possible` once it was handed in, `outing.called_off`."""
    outing = get_outing_to_run(actor, pk)
    if hold:
        outing = locked(outing)
    require_possible(outing, "exempt")
    activity = outing.activity
    day = activity.day or clock.today(now)
    facts = facts_of(outing, list(outing.shares.all()), how_many(activity))
    return Taken(activity, activity.unit, activity.title, OCCASION, day, {"": facts}, exemptions_of(outing))


def sees(actor: Any, pk: int) -> bool:
    """Who reads the application."""
    return outings_for(actor).filter(pk=pk).exists()


SUBJECT: Final = Subject(KIND, _("团建"), take, sees, lambda pk: reverse("outings:outing", args=[pk]))
