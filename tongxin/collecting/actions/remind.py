"""Remind those who have not fetched theirs."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.collecting.access import get_reach
from tongxin.collecting.actions.putting import require_handing
from tongxin.collecting.queries.rest import rest_of
from tongxin.core.clock import today
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.welfare.models import Round


@transaction.atomic
def remind(*, actor: Actor, now: datetime, round: Round, unit: Unit | None = None) -> int:
    """Tell those of the actor's (or of one unit of them) who have not fetched theirs; each is reminded once a day at most,
    whoever asks. How many were told.

    Refuses: as `access.get_reach`, `collecting.not_handing`, `collecting.nobody_left`, `collecting.reminded`.
    """
    reach = get_reach(actor, round.pk)
    require_handing(reach.round, now)
    rest = [
        line for line in rest_of(reach) if line.to_remind and (unit is None or line.path.startswith(unit.path or "-"))
    ]
    if not rest:
        raise Refused("collecting.nobody_left", _("该领的都领了，或者说过不来领，不用提醒。"))
    day = today(now)
    about = Notice.objects.filter(key__startswith=f"collecting.remind:{round.pk}:{day}:")
    told = set(about.values_list("messages__person", flat=True))
    to = [line.person for line in rest if line.person not in told]
    if not to:
        raise Refused("collecting.reminded", _("今天已经提醒过了，明天再提醒。"))
    with ours():
        title = _("还没领：%(round)s") % {"round": reach.round.title}
        body = _("打开我的码，到领取点领；来不了的，可以请同事代领。")
    key = f"collecting.remind:{round.pk}:{day}:{about.values('pk').distinct().count() + 1}"
    tell(
        actor=actor, now=now, unit=reach.round.unit, kind=Notice.Kind.REMINDER, key=key, title=title, body=body, to=to,
        url=reverse("welfare:round", args=[round.pk]), thing=reach.round,
    )  # fmt: skip
    record(
        actor=actor,
        now=now,
        act="collecting.remind",
        thing=reach.round,
        unit=unit or reach.round.unit,
        after={"told": len(to)},
    )
    return len(to)
