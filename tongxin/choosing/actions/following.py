"""What choosing does after acts on rounds: pools when it opens, the default when it ends, addresses gone when all is over."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.choosing.actions.erase_ways import erase
from tongxin.choosing.actions.give_rest import give_rest
from tongxin.choosing.actions.tell_moved import tell_moved
from tongxin.choosing.models import Way
from tongxin.choosing.queries.chosen import default_of
from tongxin.choosing.queries.progress import places_of_the_struck
from tongxin.core.refusals import Refused
from tongxin.places import actions as places
from tongxin.places.models import Pool
from tongxin.welfare.hooks import Turned
from tongxin.welfare.models import Pack, Round


def after_turn(turned: Turned) -> None:
    """What follows from an act on a round."""
    what = {
        "open_choosing": _open, "move_choosing": _move, "restock": _restock, "close_choosing": _end, "hand_out": _end, "add": _complete, "strike": _take_back, "settle": _settle,
        "close": _erase, "cancel": _erase,
    }.get(turned.act)  # fmt: skip
    if what:
        what(turned)


def against(act: str, round: Round) -> str | None:
    """What stands against ending the choosing: nobody would know what those get who chose nothing."""
    if act not in ("close_choosing", "hand_out") or default_of(list(round.packs.all())) is not None:
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


def _move(turned: Turned) -> None:
    """The packs are taken until the new end; who has not chosen is told of it."""
    for pool in Pool.objects.filter(pack__round=turned.round).order_by("pk"):
        places.change_pool(actor=turned.actor, now=turned.now, pool=pool, closes_at=turned.round.choose_until)
    tell_moved(actor=turned.actor, now=turned.now, round=turned.round, reason=turned.words)


def _restock(turned: Turned) -> None:
    """As many places as there are packs now; once choosing is over who came away with nothing gets one."""
    for pack in turned.round.packs.select_related("pool").filter(pool__isnull=False):
        assert pack.pool is not None
        if pack.pool.capacity != pack.stock:
            _resize(turned, pack, pack.pool)
    _complete(turned)


def _resize(turned: Turned, pack: Pack, pool: Pool) -> None:
    """Refuses: `choosing.below_taken`, by what is taken under the pool's lock."""
    try:
        places.change_pool(actor=turned.actor, now=turned.now, pool=pool, capacity=pack.stock)
    except Refused as refused:
        taken = Pool.objects.values_list("taken", flat=True).get(pk=pool.pk)
        sentence = ngettext("%(pack)s有%(n)s人选了，不能少于这个数。", "%(pack)s有%(n)s人选了，不能少于这个数。", taken)
        raise Refused("choosing.below_taken", sentence % {"pack": pack, "n": taken}, field="stock") from refused


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
