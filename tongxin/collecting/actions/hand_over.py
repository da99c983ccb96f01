"""A pack is handed to somebody of the list, without a code."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.collecting.access import get_entitled
from tongxin.collecting.actions.putting import Given, hold_lines, keep_round, put_down, require_handing
from tongxin.collecting.models import Receipt
from tongxin.collecting.queries.listed import claims_of, had, listed
from tongxin.collecting.queries.sentences import refusal
from tongxin.collecting.rules.handing import against
from tongxin.core.moments import moment_of
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.welfare.models import Entitled


@transaction.atomic
def hand_over(
    *,
    actor: Actor,
    now: datetime,
    entitled: Entitled,
    way: str = Receipt.Way.TICK,
    at: datetime | None = None,
    point: int | None = None,
    proxy: Person | None = None,
    why: str = "",
) -> tuple[Receipt, bool]:
    """The receipt of one of the list, and whether it stood there before. `why` is the officer's word where the person has left the
    employer, or had it delivered or donated; `proxy` must have the person's consent.

    Refuses: as `access.get_entitled`, `collecting.not_handing`, `collecting.struck`, `collecting.left`, `collecting.delivery`,
    `collecting.donation`, `collecting.no_pack`, `collecting.no_proxy`.
    """
    keep_round(entitled.round_id)
    reach, held = get_entitled(actor, entitled.round_id, entitled.pk)
    when = moment_of(at, reach.round.opened_at or now, now)
    require_handing(reach.round, when)
    hold_lines([held.pk])
    line = listed(reach.round, rows=[held.pk])[0]
    claims = claims_of(reach.round, [line.person])
    if not had([line.entitled]):
        if no := against(claims.claim(line, reach), excused=bool(why.strip())):
            raise refusal(no, line)
        fetches = held.proxies.filter(person=proxy, person__left_on=None, withdrawn_at=None)
        if proxy is not None and not fetches.exists():
            raise refusal("no_proxy", line)
        given = Given(
            line, claims.packs[line.person], when, way, point=point, note=why.strip(),
            proxy=(proxy.pk, proxy.name) if proxy else None,
        )  # fmt: skip
        fresh = put_down(reach.round, [given], actor=actor, now=now)
    else:
        fresh = {}
    receipt = Receipt.objects.select_related("pack").get(entitled=held, undone_at=None)
    receipt.entitled = held
    return receipt, not fresh
