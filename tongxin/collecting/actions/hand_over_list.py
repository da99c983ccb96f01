"""Many of the list at once: a signed paper of a unit, parcels that arrived, packs that were donated."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.collecting.access import get_reach
from tongxin.collecting.actions.putting import Given, hold_lines, keep_round, put_down, require_handing
from tongxin.collecting.models import Receipt
from tongxin.collecting.queries.listed import FIELDS, Line, claims_of, had, line_of
from tongxin.collecting.rules.handing import DELIVERY, DONATION, against
from tongxin.core.moments import moment_of
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare.models import Entitled, Round

MOST: Final = 2000
# How a pack went, by the way that people chose for it.
WAYS: Final = {DELIVERY: Receipt.Way.DELIVERED, DONATION: Receipt.Way.DONATED}


def take_paper(
    *, actor: Actor, now: datetime, round: Round, lines: Collection[int], at: datetime | None = None
) -> tuple[int, int]:
    """Those who signed on paper got theirs: how many are new, how many could not be taken (struck off, left, without a pack).

    Refuses: as `access.get_reach`, `collecting.not_handing`, `collecting.nobody`, `collecting.too_many`.
    """
    return _many(actor, now, round, lines, at, Receipt.Way.PAPER, "")


def mark_way(*, actor: Actor, now: datetime, round: Round, lines: Collection[int], way: str) -> tuple[int, int]:
    """Parcels that arrived (`way` delivery) or packs that were given away (donation), of those who had chosen so.

    Answers and refuses as `take_paper`.
    """
    return _many(actor, now, round, lines, None, WAYS[way], way)


@transaction.atomic
def _many(
    actor: Actor, now: datetime, round: Round, lines: Collection[int], at: datetime | None, as_: str, chose: str
) -> tuple[int, int]:
    keep_round(round.pk)
    reach = get_reach(actor, round.pk)
    when = moment_of(at, reach.round.opened_at or now, now)
    require_handing(reach.round, when)
    if not lines:
        raise Refused("collecting.nobody", _("一个人都没勾，先勾上。"), field="lines")
    if len(lines) > MOST:
        raise Refused("collecting.too_many", _("一次最多%(n)s人，分几次记。") % {"n": MOST}, field="lines")
    rows = Entitled.objects.filter(reach.condition(), round=reach.round, pk__in=lines).order_by("pk")
    found = [line_of(row) for row in rows.values_list(*FIELDS)]
    hold_lines([line.entitled for line in found])
    there = had([line.entitled for line in found])
    open_ = [line for line in found if line.entitled not in there]
    claims = claims_of(reach.round, {line.person for line in open_})

    def fits(line: Line) -> bool:
        return against(claims.claim(line, reach)) == chose

    given = [Given(line, claims.packs[line.person], when, as_) for line in open_ if fits(line)]
    fresh = put_down(reach.round, given, actor=actor, now=now) if given else {}
    return len(fresh), len(open_) - len(given)
