"""What collecting shows on a round's page, what it does after acts on rounds, and what it has against closing one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.collecting.access import reach_of
from tongxin.collecting.models import Point, Remainder, Window
from tongxin.collecting.queries.complaints import Publicly, open_complaints, publicly
from tongxin.collecting.queries.own import Own, own_side, receipt_words
from tongxin.collecting.queries.progress import OfUnit, Progress, progress_of
from tongxin.collecting.queries.receipts import standing
from tongxin.collecting.queries.rest import unexplained
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE
from tongxin.welfare.access import may_run
from tongxin.welfare.hooks import Turned
from tongxin.welfare.models import Entitled, Round

State = Round.State
STARTED: Final = (State.HANDING, State.CLOSED)
ARRANGED: Final = (State.APPROVED, State.CHOOSING, *STARTED)
MOST_UNITS: Final = 6
SHOWN: Final = (State.CHOOSING, *STARTED)


@dataclass(frozen=True)
class OwnPanel:
    """A person's own side: whether packs are being handed out now, and how it was got."""

    side: Own
    handing: bool
    got: str


@dataclass(frozen=True)
class DeskPanel:
    """How far it is handed out, for officers who hand out; what waits, for who runs it."""

    round: Round
    progress: Progress
    handing: bool
    started: bool
    runs: bool
    points: int
    complaints: int

    @property
    def behind(self) -> list[OfUnit]:
        """The units with the most who have not got theirs."""
        open_ = [unit for unit in self.progress.units if unit.got < unit.due]
        return sorted(open_, key=lambda unit: unit.got - unit.due)[:MOST_UNITS]


def own_part(actor: Actor, round: Round, now: datetime) -> OwnPanel | None:
    """The person's own side; None where there is none."""
    if round.state not in SHOWN:
        return None
    side = own_side(actor, round)
    if side is None or (round.state == State.CLOSED and side.receipt is None):
        return None
    got = receipt_words(side.receipt) if side.receipt else ""
    return OwnPanel(side, round.state == State.HANDING, got)


def own_act(actor: Actor, round: Round, now: datetime) -> Own | None:
    """The one act of the page while packs are handed out: show the code."""
    if round.state != State.HANDING:
        return None
    side = own_side(actor, round)
    return side if side is not None and side.waits else None


def told_publicly(actor: Actor, round: Round, now: datetime) -> Publicly | None:
    """Complaints as members see them; None where there are none."""
    found = publicly(round) if round.state in STARTED else None
    return found if found is not None and found.count else None


def at_the_desk(actor: Actor, round: Round, now: datetime) -> DeskPanel | None:
    """How far it is; None before it is approved and for who hands out to nobody of it."""
    reach = reach_of(actor, round)
    if round.state not in ARRANGED or not reach.paths:
        return None
    runs = may_run(actor, round)
    return DeskPanel(
        round, progress_of(reach), round.state == State.HANDING, round.state in STARTED, runs,
        Point.objects.filter(round=round).count() if runs else 0, open_complaints(round) if runs else 0,
    )  # fmt: skip


def follow(turned: Turned) -> None:
    """Once a round is closed or called off nobody chooses a time slot any more; who is struck off needs none."""
    if turned.act in ("strike", "settle") and turned.people:
        _give_back(turned)
    if turned.act not in ("close", "cancel"):
        return
    for window in Window.objects.filter(point__round=turned.round, pool__frozen_at=None).select_related("pool__unit"):
        if window.pool is not None:
            places.freeze(actor=turned.actor, now=turned.now, pool=window.pool)


def _give_back(turned: Turned) -> None:
    struck = Entitled.objects.filter(round=turned.round, person__in=turned.people).exclude(Entitled.standing())
    rows = Place.objects.filter(
        pool__window__point__round=turned.round, person__in=struck.values("person"), state__in=LIVE
    )
    for place in rows.select_related("pool__unit").order_by("pool", "pk"):
        reason = turned.words or _("从名单里去掉了")
        places.remove(actor=turned.actor, now=turned.now, pool=place.pool, place_id=place.pk, reason=reason)


def against(act: str, round: Round) -> str | None:
    """Against closing: some have not collected and nobody has said why, of each or in common. Against calling it off: some have."""
    if act == "cancel":
        return _against_cancelling(round)
    if act != "close":
        return None
    count = unexplained(round)
    if not count:
        return None
    said = Remainder.objects.filter(round=round).first()
    if said is not None and count <= said.count:
        return None
    words = ngettext("还有%(n)s人没领，也没写为什么。", "还有%(n)s人没领，也没写为什么。", count) % {"n": count}
    rest = _("在“还没领的”里写上，再办结。")
    return f"{words}{rest}"


def _against_cancelling(round: Round) -> str | None:
    count = standing().filter(entitled__round=round).count()
    if not count:
        return None
    words = ngettext("已经有%(n)s人领了，不能取消。", "已经有%(n)s人领了，不能取消。", count) % {"n": count}
    rest = _("没有真发的先撤销；发过的不取消，办结束。")
    return f"{words}{rest}"
