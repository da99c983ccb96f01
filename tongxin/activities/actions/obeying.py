"""Acts obey restrictions 管控: they are refused, or go through with a warning that the audit entry keeps."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from tongxin.activities.models import Activity
from tongxin.activities.queries.restricted import ANNOUNCED, Said, said_of
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.restrictions.rules.findings import Code
from tongxin.restrictions.words import FIELDS
from tongxin.ui.words import colon

State = Activity.State
DATED: Final = ("publish", "move", "postpone")
ONLY_WARNED: Final = ("plan", "reinstate")
OBEYING: Final = (*DATED, *ONLY_WARNED, "begin", "edit")
# What restrictions look at in an activity.
LOOKED_AT: Final = frozenset({"starts_on", "ends_on", "expected", "place", "indoor", "reach", "mode"})
DAY_FIELDS: Final = {"move": "to", "postpone": "until"}


def obey(act: str, held: Activity, before: dict[str, Any], now: datetime) -> list[str]:
    """What an act that is about to be done was warned of, in the installation's language.

    Publishing, beginning, and moving what members know obey every restriction that blocks. What is only planned may be put on a day
    that still wants a plan, a filing or an approval, but on none where it could not be held. Correcting what members know may not
    lead into anything new. Taking into the plan and taking back are only warned; going online escapes.
    Refuses: `restriction.forbids`.
    """
    if act not in OBEYING or (act == "edit" and not _looked_at(held, before)):
        return []
    said = [each for each in said_of(held, now, announcing=act in DATED or None) if each.met is None]
    if said and act == "edit":
        known = {each.finding.key for each in said_of(_as_it_was(held, before), now)}
        said = [each for each in said if each.finding.key not in known]
    for each in said:
        if _stops(act, held, each):
            field = DAY_FIELDS.get(act) or FIELDS[each.finding.code]
            raise Refused("restriction.forbids", each.sentence, field=field, restriction=each.restriction.pk)
    with ours():
        return [colon(each.restriction.title, each.words) for each in said]


def _stops(act: str, held: Activity, said: Said) -> bool:
    if not said.finding.block or act in ONLY_WARNED or held.state == State.IDEA:
        return False
    if held.state in ANNOUNCED:
        return True
    return act != "edit" and said.finding.met_by is None and said.finding.code is not Code.NOTICE


def _looked_at(held: Activity, before: dict[str, Any]) -> bool:
    return any(getattr(held, name) != before[name] for name in LOOKED_AT)


def _as_it_was(held: Activity, before: dict[str, Any]) -> Activity:
    """The activity before the act, never saved."""
    was = Activity(pk=held.pk, **before)
    was.unit = held.unit
    return was
