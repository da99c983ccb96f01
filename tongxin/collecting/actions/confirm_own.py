"""The person says: I have it. The parcel arrived, a colleague left it on the desk."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.collecting.access import get_own
from tongxin.collecting.actions.putting import Given, hold_lines, keep_round, put_down, require_handing
from tongxin.collecting.models import Receipt
from tongxin.collecting.queries.listed import claims_of, had, listed
from tongxin.collecting.queries.sentences import refusal
from tongxin.collecting.rules.handing import DONATION
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare.models import Round


@transaction.atomic
def confirm_own(*, actor: Actor, now: datetime, round: Round) -> Receipt:
    """The actor's own receipt; said twice it is said once, and what an officer put down stays.

    Refuses: as `access.get_own`, `collecting.not_handing`, `collecting.donated`, `collecting.no_pack`.
    """
    keep_round(round.pk)
    own = get_own(actor, round.pk)
    require_handing(own.round, now)
    hold_lines([own.pk])
    line = listed(own.round, rows=[own.pk])[0]
    claims = claims_of(own.round, [line.person])
    if claims.way(line.person) == DONATION and not had([own.pk]):
        raise Refused("collecting.donated", _("你的这份捐了，没有可领的。改了主意，找办公室。"))
    if line.person not in claims.packs:
        raise refusal("no_pack", line)
    given = Given(line, claims.packs[line.person], now, Receipt.Way.SELF)
    put_down(own.round, [given], actor=actor, now=now)
    return Receipt.objects.select_related("pack").get(entitled=own, undone_at=None)
