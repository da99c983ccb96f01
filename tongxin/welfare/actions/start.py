"""Begin a round, after last year's where there was one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import WELFARE_RUN
from tongxin.places.models import Pool
from tongxin.welfare.actions.edit import require_sound
from tongxin.welfare.models import Pack, PackItem, Poll, PollOption, Round, Share
from tongxin.welfare.queries.starting import same_named
from tongxin.welfare.rules.pricing import pack_price

COPIED: Final = ("about", "contact", "delivers", "donates_to")
POLL_LASTS: Final = timedelta(days=7)


@transaction.atomic
def start(
    *, actor: Actor, now: datetime, unit: Unit, title: str, year: int, gives_on: date, festival: str = "",
    who: str = Pool.Who.MEMBERS, after: Round | None = None,
) -> Round:  # fmt: skip
    """A draft. From the round `after` come shares, packs with their products' present prices (retired products are left
    out), the words, and the poll's question with its options, to open in a day.

    Refuses: `access.…`, `welfare.already` (fact `round`), `welfare.not_after`, and as `edit`.
    """
    require_right(actor, WELFARE_RUN, unit)
    # Two who begin at once begin one.
    lock(Unit.objects.filter(pk=unit.pk)).get()
    if same := same_named(unit, year, title.strip()):
        raise Refused("welfare.already", _("这一年已经有一次叫这个名字，接着办就好。"), field="title", round=same.pk)
    if after is not None and after.unit_id != unit.pk:
        raise Refused("welfare.not_after", _("只能照本单位以前办过的来。"), field="after")
    made = Round(unit=unit, title=title.strip(), year=year, gives_on=gives_on, festival=festival, who=who)
    for name in COPIED if after else ():
        setattr(made, name, getattr(after, name))
    require_sound(made)
    made.save()
    if after is not None:
        _copy(after, made, now)
    told = {"title": made.title, "gives_on": gives_on, "festival": festival, "after": after.pk if after else None}
    record(actor=actor, now=now, act="welfare.start", thing=made, unit=unit, after=told)
    return made


def _copy(old: Round, new: Round, now: datetime) -> None:
    Share.objects.bulk_create(Share(round=new, payer=each.payer, fen=each.fen) for each in old.shares.all())
    for pack in old.packs.prefetch_related("items__product"):
        items = [each for each in pack.items.all() if each.product.retired_at is None]
        fresh = Pack.objects.create(
            round=new, letter=pack.letter, name=pack.name, about=pack.about, stock=pack.stock or None, is_default=pack.is_default,
            order=pack.order, price_fen=pack_price((each.count, each.product.price_fen) for each in items),
        )  # fmt: skip
        PackItem.objects.bulk_create(
            PackItem(pack=fresh, product=each.product, count=each.count, price_fen=each.product.price_fen)
            for each in items
        )
    _copy_poll(old, new, now)


def _copy_poll(old: Round, new: Round, now: datetime) -> None:
    asked = Poll.objects.filter(round=old).prefetch_related("options").first()
    if asked is None:
        return
    opens = now + timedelta(days=1)
    poll = Poll.objects.create(
        round=new, question=asked.question, most=asked.most, opens_at=opens, closes_at=opens + POLL_LASTS
    )
    PollOption.objects.bulk_create(
        PollOption(poll=poll, label=each.label, order=each.order) for each in asked.options.all()
    )
