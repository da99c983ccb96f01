"""What all ways of handing out share: is the round handing out, put down who got a pack, once, and tell whose was fetched."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record_many
from tongxin.audit.actions.record_many import Thing, Touched
from tongxin.collecting.queries.listed import Line
from tongxin.collecting.rules.handing import is_handing
from tongxin.core.database import keep, lock
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor
from tongxin.welfare.models import Entitled, Round

ONE: Final = "(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, '', %s)"
INSERT: Final = (
    'INSERT INTO collecting_receipt ("entitled_id", "pack_id", "point_id", "proxy_id", "way", "signature", "at", "kept_at", '
    '"by", "key", "note", "undone_why", "returned") VALUES %s ON CONFLICT DO NOTHING RETURNING entitled_id, id'
)


@dataclass(frozen=True)
class Given:
    """A pack that changed hands: whose, which, when; the rest where there is any. `proxy` is a person with the name."""

    line: Line
    pack: int
    at: datetime
    way: str
    key: str = ""
    point: int | None = None
    proxy: tuple[int, str] | None = None
    signature: str = ""
    note: str = ""


def keep_round(pk: int) -> None:
    """Until the transaction ends no act turns the round, strikes anybody off its list or adds anybody; others go on handing out.
    What is read after it holds until the receipt is written: read nothing of the round before it."""
    keep(Round.objects.filter(pk=pk))


def hold_lines(lines: Collection[int]) -> None:
    """Hold these lines of a list until the transaction ends, in the order of their ids: whoever hands out to the same people waits,
    and what is read of them after it holds."""
    if lines and connection.features.has_select_for_update:
        list(lock(Entitled.objects.filter(pk__in=lines).order_by("pk").only("pk")))


def require_handing(round: Round, at: datetime) -> None:
    """Refuses `collecting.not_handing` unless packs were being handed out at that moment."""
    if not is_handing(round.state, round.closed_at, at):
        raise not_handing(round)


def not_handing(round: Round) -> Refused:
    """The refusal `collecting.not_handing`: in which state the round is."""
    state = {"title": round.title, "state": round.get_state_display()}
    return Refused("collecting.not_handing", _("“%(title)s”现在是“%(state)s”，不在发放。") % state)


@transaction.atomic(savepoint=False)
def put_down(
    round: Round, given: Sequence[Given], *, actor: Actor, now: datetime, quiet: bool = False
) -> dict[int, int]:
    """Keep each once, with one audit entry for each that is new: line to the id of its receipt. Whose pack another fetched is told,
    unless it is `quiet` (an old list).

    The caller holds the round and the lines (`keep_round`, `hold_lines`) from before it read what the person has coming.
    Whoever is sent twice, in one batch or by two phones at the same moment, has one receipt: the database decides, not we.
    """
    first: dict[int, Given] = {}
    for one in sorted(given, key=lambda each: each.at):
        first.setdefault(one.line.entitled, one)
    fresh = _insert(list(first.values()), actor, now)
    touched = [_touched(round, pk, first[line]) for line, pk in fresh.items()]
    record_many(actor=actor, now=now, act="collecting.hand_over", touched=touched)
    with ours():
        for line, pk in fresh.items():
            if first[line].proxy is not None and not quiet:
                _tell(round, pk, first[line], actor, now)
    return fresh


def _touched(round: Round, pk: int, given: Given) -> Touched:
    after: dict[str, Any] = {"round": round.pk, "pack": given.pack, "way": given.way, "at": given.at.isoformat()}
    if given.proxy:
        after["proxy"] = given.proxy[1]
    if given.note:
        after["note"] = given.note
    return Touched(Thing("collecting.receipt", pk, given.line.name), given.line.path or round.unit.path or "", after)


def _tell(round: Round, pk: int, given: Given, actor: Actor, now: datetime) -> None:
    """Tells the person whose pack another fetched."""
    assert given.proxy is not None
    title = _("%(proxy)s替你领了：%(round)s") % {"proxy": given.proxy[1], "round": round.title}
    tell(
        actor=actor, now=now, unit=round.unit, kind=Notice.Kind.PLACE, key=f"collecting.fetched:{pk}", title=title,
        to=[given.line.person], url=reverse("welfare:round", args=[round.pk]), thing=round,
    )  # fmt: skip


def _insert(given: list[Given], actor: Actor, now: datetime) -> dict[int, int]:
    """The rows that were not there before: line to id. One statement."""
    if not given:
        return {}
    values: list[Any] = []
    for one in given:
        proxy = one.proxy[0] if one.proxy else None
        values += [one.line.entitled, one.pack, one.point, proxy, one.way, one.signature, _moment(one.at), _moment(now)]
        values += [actor.label, one.key[:48], one.note[:200], False]
    with connection.cursor() as cursor:
        cursor.execute(INSERT % ", ".join([ONE] * len(given)), values)
        return dict(cursor.fetchall())


def _moment(value: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(value)
