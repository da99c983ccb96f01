"""Who chose nothing gets the default pack: an instrument of the acts that end choosing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.choosing.queries.chosen import default_of
from tongxin.choosing.queries.progress import without_choice
from tongxin.core.language import ours
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.places.actions import assign
from tongxin.welfare.models import Pack, Round


def give_rest(*, actor: Any, now: datetime, round: Round) -> int:
    """Give the default pack to all entitled who have none, in the order of the list, and tell them; how many got one.

    Where the default runs out it goes on with the packs that are left. Nobody gets two, and nothing is given that is not there:
    who comes away with nothing stands on the office's panel. Some statements for each five hundred people.
    """
    packs = list(round.packs.select_related("pool").filter(pool__isnull=False))
    first = default_of(packs)
    rest = list(without_choice(round).values_list("person", flat=True)) if packs else []
    all_of_them = len(rest)
    for pack in sorted(packs, key=lambda pack: (pack != first, pack.order, pack.letter)):
        rest = _give(actor, now, round, pack, rest)
    return all_of_them - len(rest)


def _give(actor: Any, now: datetime, round: Round, pack: Pack, people: Sequence[int]) -> list[int]:
    """This pack to as many as there are; who is left over."""
    assert pack.pool is not None
    left = assign(actor=actor, now=now, pool=pack.pool, people=people)
    if len(left) < len(people):
        _tell(actor, now, round, pack, sorted(set(people) - set(left)))
    return left


def _tell(actor: Any, now: datetime, round: Round, pack: Pack, people: Sequence[int]) -> None:
    with ours():
        tell(
            actor=actor, now=now, unit=round.unit, kind=Notice.Kind.PLACE, thing=round, to=people,
            key=f"choosing:{round.pk}:rest:{pack.pk}:{now.isoformat()}", url=reverse("welfare:round", args=[round.pk]),
            title=_("没有选，给你的是%(pack)s：%(title)s") % {"pack": pack, "title": round.title},
        )  # fmt: skip
