"""Accept a round's packs: the office, or logistics through its link."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.partners.access import answerer
from tongxin.partners.models import Link
from tongxin.purchases.access import require_change
from tongxin.purchases.models import Acceptance, Settlement
from tongxin.purchases.rules.rounds import BUYING
from tongxin.welfare.models import Pack, Round

MOST = 1_000_000


@transaction.atomic
def accept(
    *, actor: Actor, now: datetime, pack: Pack, on: date, came: int, bad: int = 0, words: str = ""
) -> Acceptance:
    """So many of a pack came, so many of them bad; goods may come in several loads, each is put down.

    Refuses: `access.…`, `purchases.nothing_came`, `purchases.more_bad`, `purchases.future`, `purchases.round_state`,
    `purchases.settled`.
    """
    require_change(actor, pack.round.unit)
    _require_open(pack.round)
    _require_sound(on, came, bad, now)
    made = Acceptance.objects.create(
        round=pack.round, pack=pack, on=on, came=came, bad=bad, words=words.strip()[:200], by=actor.label, at=now
    )
    record(actor=actor, now=now, act="purchases.accept", thing=pack.round, unit=pack.round.unit, after=_told(made))
    return made


@transaction.atomic
def accept_by_link(
    *, link: Link, name: str, now: datetime, on: date, counts: Mapping[int, tuple[int, int]], words: str = ""
) -> list[Acceptance]:
    """What logistics says of each pack: (came, bad) by pack; it takes the place of every answer by a link before, this one or another.

    Refuses as `accept`; at a box `came_<pack>` or `bad_<pack>`.
    """
    round = Round.objects.select_related("unit").get(pk=link.thing_id)
    _require_open(round)
    packs = {pack.pk: pack for pack in round.packs.all()}
    actor = answerer(link, name)
    gone = list(Acceptance.objects.filter(pack__in=set(counts) & set(packs), link__isnull=False))
    Acceptance.objects.filter(pk__in=[each.pk for each in gone]).delete()
    made = []
    for pk, (came, bad) in counts.items():
        _require_sound(on, came, bad, now, suffix=f"_{pk}", empty=True)
        said = Acceptance.objects.create(
            round=round, pack=packs[pk], link=link, on=on, came=came, bad=bad, words=words.strip()[:200], by=actor.label, at=now
        )  # fmt: skip
        made.append(said)
    record(
        actor=actor, now=now, act="purchases.accept_by_link", thing=round, unit=round.unit,
        before={"packs": [_told(each) for each in gone]}, after={"packs": [_told(each) for each in made]},
    )  # fmt: skip
    return made


@transaction.atomic
def withdraw_acceptance(*, actor: Actor, now: datetime, acceptance: Acceptance, reason: str) -> None:
    """It was put down wrongly. Refuses: `access.…`, `purchases.no_reason`, `purchases.settled`."""
    round = acceptance.round
    require_change(actor, round.unit)
    _require_open(round)
    if not reason.strip():
        raise Refused("purchases.no_reason", _("写一句为什么去掉。"), field="reason")
    record(
        actor=actor, now=now, act="purchases.withdraw_acceptance", thing=round, unit=round.unit, reason=reason.strip(),
        before=_told(acceptance),
    )  # fmt: skip
    acceptance.delete()


def _require_open(round: Round) -> None:
    held = lock(Round.objects.filter(pk=round.pk)).get()
    if held.state not in BUYING:
        state = {"state": held.get_state_display()}
        raise Refused("purchases.round_state", _("这次福利现在是“%(state)s”，还不能验收。") % state)
    if Settlement.objects.filter(round=held).exists():
        raise Refused("purchases.settled", _("这次福利已经结算了，验收不能再改。"))


def _require_sound(on: date, came: int, bad: int, now: datetime, *, suffix: str = "", empty: bool = False) -> None:
    if on > today(now):
        raise Refused("purchases.future", _("还没到这一天。货到了再记。"), field="on")
    if not (0 if empty else 1) <= came <= MOST:
        raise Refused("purchases.nothing_came", _("写上到了几份。"), field=f"came{suffix}")
    if not 0 <= bad <= came:
        raise Refused("purchases.more_bad", _("坏的不能比到的多。"), field=f"bad{suffix}")


def _told(acceptance: Acceptance) -> dict[str, object]:
    names = ("pack_id", "on", "came", "bad", "words")
    return {name: getattr(acceptance, name) for name in names}
