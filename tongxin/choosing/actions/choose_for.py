"""An officer chooses for somebody who cannot, or whose choice has to be changed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.choosing import words
from tongxin.choosing.access import may_change
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.actions.take import Taken
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.turning import locked
from tongxin.welfare.hooks import givers_of, recipients_of
from tongxin.welfare.models import Entitled, Pack


@transaction.atomic
def choose_for(*, actor: Actor, now: datetime, entitled: Entitled, pack: Pack, reason: str) -> Taken:
    """This pack for that person, whatever the window says, never beyond what there is; the person is told. The engine leaves the
    entry with the reason. Refuses: `access.…`, `choosing.no_reason`, `choosing.struck`, `choosing.received`, `choosing.not_open`,
    `choosing.full`.
    """
    require_run(actor, entitled.round)
    if not reason.strip():
        raise Refused("choosing.no_reason", _("写一句为什么替他选，本人看得到。"), field="reason")
    round = locked(entitled.round)
    entitled.refresh_from_db(fields=["struck_at", "struck"])
    if entitled.struck_at is not None:
        raise Refused("choosing.struck", _("这位从名单里去掉了，不能替他选。"))
    if entitled.person_id in recipients_of(round) | givers_of(round):
        raise Refused("choosing.received", _("这位已经领了，不能再替他选。要换的，在领取记录里换。"))
    if not may_change(round) or pack.pool is None or pack.round_id != round.pk:
        raise words.refusal("not_open")
    try:
        taken = places.swap(
            actor=actor, now=now, pool=pack.pool, person_id=entitled.person_id, exception=reason.strip()
        )
    except Refused as refused:
        raise words.ours(refused, pack=str(pack), round=round) from refused
    if not taken.again:
        _tell(actor, now, entitled, pack, reason.strip())
    return taken


def _tell(actor: Actor, now: datetime, entitled: Entitled, pack: Pack, reason: str) -> None:
    round = entitled.round
    with ours():
        tell(
            actor=actor, now=now, unit=round.unit, kind=Notice.Kind.CHANGE, thing=round, to=[entitled.person_id],
            key=f"choosing:{round.pk}:for:{entitled.pk}:{now.isoformat()}", url=reverse("welfare:round", args=[round.pk]),
            title=_("替你选了%(pack)s：%(title)s") % {"pack": pack, "title": round.title}, body=reason,
        )  # fmt: skip
