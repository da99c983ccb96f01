"""Rounds of the world, on the office's side: a draft with packs, a list and remarks, one to be approved, one approved; a partner's link."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.cast import NOW
from tongxin.org.models import Unit
from tongxin.partners.actions import make_link
from tongxin.welfare import actions
from tongxin.welfare.models import Missing, Round
from tongxin.welfare.tests.office import drafted, fresh, quoted


def fill_welfare(world: Any, now: datetime = NOW) -> None:
    """A draft that can be handed in, with a remark and somebody missing; its copies further on; the partner's link."""
    cast = world.cast
    partner = Unit.objects.get(name="人力资源处")
    round = drafted(cast, title="端午福利", festival="端午")
    office, chair = cast.actor("office"), cast.actor("chair")
    quoted(cast, round.packs.get(), 9900, 10500, 11000)
    actions.draw_up(actor=office, now=now, round=round)
    row = round.entitled.get(person=cast.people["member"])
    row.remark = "不在岗"
    row.save()
    missing = Missing.objects.create(round=round, name="赵六", about="图书馆")
    link, address = make_link(actor=office, now=now, unit=partner, purpose="welfare.people", thing_id=round.pk, days=5)
    submitted = _again(world, now, round, "国庆福利")
    approved = actions.approve(actor=chair, now=now, round=_again(world, now, round, "元旦福利"))
    choosing = _again(world, now, round, "春节福利", delivers=True)
    actions.approve(actor=chair, now=now, round=choosing)
    actions.open_choosing(actor=office, now=now, round=choosing, choose_until=now + timedelta(days=5))
    handing = actions.approve(actor=chair, now=now, round=_again(world, now, round, "清明福利"))
    actions.hand_out(actor=office, now=now, round=handing)
    world.things |= {
        "round": round.pk, "pack": round.packs.get().pk, "row": row.pk, "missing": missing.pk, "link": link.pk,
        "secret": address.split("/")[-2], "submitted round": submitted.pk, "approved round": approved.pk, "round in choice": choosing.pk,
        "pack in choice": choosing.packs.earliest("pk").pk,
        "handing round": handing.pk,
    }  # fmt: skip


def _again(world: Any, now: datetime, like: Round, title: str, **fields: Any) -> Round:
    """Another round after that one, handed in."""
    office = world.cast.actor("office")
    made = actions.start(
        actor=office,
        now=now,
        unit=world.cast.union,
        title=title,
        year=2020,
        gives_on=like.gives_on,
        festival=title[:2],
        after=like,
    )
    actions.draw_up(actor=office, now=now, round=made)
    if fields:
        actions.edit(actor=office, now=now, round=made, **fields)
    return actions.submit(actor=office, now=now, round=fresh(made), few_quotes="急用")
