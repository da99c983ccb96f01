"""What choosing does after acts on rounds: pools when it opens, the default when it ends, addresses gone when all is over."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.choosing.actions.erase_ways import erase
from tongxin.choosing.actions.give_rest import give_rest
from tongxin.choosing.models import Way
from tongxin.choosing.queries.chosen import default_of
from tongxin.choosing.queries.progress import places_of_the_struck
from tongxin.places import actions as places
from tongxin.places.models import Pool
from tongxin.welfare.hooks import Turned
from tongxin.welfare.models import Pack, Round


def after_turn(turned: Turned) -> None:
    """What follows from an act on a round."""
    what = {
        "open_choosing": _open, "close_choosing": _end, "hand_out": _end, "add": _complete, "strike": _take_back, "settle": _settle,
        "close": _erase, "cancel": _erase,
    }.get(turned.act)  # fmt: skip
    if what:
        what(turned)


def against(act: str, round: Round) -> str | None:
    """What stands against ending the choosing: nobody would know what those get who chose nothing."""
    if act in ("close", "cancel") or default_of(list(round.packs.all())) is not None:
        return None
    return _("有几种礼包，还没定不选的人给哪个。先定一个。")


def _open(turned: Turned) -> None:
    round = turned.round
    packs = list(round.packs.all())
    if len(packs) > 1:
        for pack in packs:
            pack.pool = _pool(turned, pack)
            pack.save(update_fields=["pool"])


def _pool(turned: Turned, pack: Pack) -> Pool:
    round = turned.round
    return places.open_pool(
        actor=turned.actor, now=turned.now, unit=round.unit, label=str(pack), url=reverse("welfare:round", args=[round.pk]),
        capacity=pack.stock, opens_at=round.choose_from, closes_at=round.choose_until, waiting=False, who=Pool.Who.STAFF,
        bundle=round.packs_bundle, says={},
    )  # fmt: skip


def _end(turned: Turned) -> None:
    """Nobody chooses any more; who has nothing gets the default. Said twice (choosing ended, then handed out), done once."""
    for pool in Pool.objects.filter(pack__round=turned.round, frozen_at=None).order_by("pk"):
        places.freeze(actor=turned.actor, now=turned.now, pool=pool)
    give_rest(actor=turned.actor, now=turned.now, round=turned.round)


def _complete(turned: Turned) -> None:
    """Who comes onto the list after choosing has ended gets the default at once."""
    if turned.round.chosen_at is not None:
        give_rest(actor=turned.actor, now=turned.now, round=turned.round)


def _settle(turned: Turned) -> None:
    """What was remarked of the list struck somebody off it, or brought somebody onto it."""
    if turned.people:
        _take_back(turned)
        _complete(turned)


def _take_back(turned: Turned) -> None:
    """What somebody chose who is struck off is free for others."""
    reason = turned.words or _("从名单里去掉了")
    for place in places_of_the_struck(turned.round):
        places.remove(actor=turned.actor, now=turned.now, pool=place.pool, place_id=place.pk, reason=reason)


def _erase(turned: Turned) -> None:
    """Addresses are kept for the delivery alone."""
    erase(Way.objects.filter(entitled__round=turned.round), turned.now)
