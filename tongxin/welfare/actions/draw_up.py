"""Draw up the list of who is entitled."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.database import insert_rows
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Entitled, Round
from tongxin.welfare.queries.placed import kept_of, placed_on
from tongxin.welfare.rules.snapshot import Redrawn, redraw

FIELDS: Final = ("round", "person", "unit", "member", "added", "struck", "struck_at", "remark", "settled")
AT_ONCE: Final = 500


def draw_up(*, actor: Actor, now: datetime, round: Round, as_of: date | None = None) -> Redrawn:
    """The list of that day (today, unless told): members in standing, or all staff, of the unit and below.

    Drawn up again it keeps who was added or struck by hand and what partners remarked. It is frozen when the round is handed in;
    afterwards people are added and struck one by one. Refuses: `access.…`, `welfare.not_possible`, `welfare.as_of_future`,
    `welfare.nobody`.
    """
    require_run(actor, round)
    day, today = as_of or clock.today(now), clock.today(now)
    told: dict[str, Any] = {}
    with turn("draw_up", actor=actor, now=now, round=round, told=told) as held:
        if day > today:
            raise Refused("welfare.as_of_future", _("那一天还没到，谁在册还不知道。最晚选今天。"), field="as_of")
        fresh = placed_on(held, day)
        if not fresh:
            raise Refused("welfare.nobody", _("那一天一个人也没有。换一天，或者先看看花名册。"), field="as_of")
        found = redraw(fresh, kept_of(held))
        _write(held, found)
        held.as_of, held.drawn_up_at, held.confirmed_at, held.confirmed_by = day, now, None, ""
        told |= {"people_in": len(found.new), "people_out": len(found.gone), "people_changed": len(found.changed)}
    return found


def _write(round: Round, found: Redrawn) -> None:
    insert_rows(
        Entitled,
        FIELDS,
        ((round.pk, person, at.unit, at.member, "", "", None, "", "") for person, at in found.new.items()),
    )
    gone = sorted(found.gone)
    for first in range(0, len(gone), AT_ONCE):
        Entitled.objects.filter(round=round, person__in=gone[first : first + AT_ONCE]).delete()
    changed = list(found.changed)
    for first in range(0, len(changed), AT_ONCE):
        rows = list(Entitled.objects.filter(round=round, person__in=changed[first : first + AT_ONCE]))
        for row in rows:
            row.unit_id, row.member = found.changed[row.person_id]
            row.added = ""
        Entitled.objects.bulk_update(rows, ("unit", "member", "added"))
