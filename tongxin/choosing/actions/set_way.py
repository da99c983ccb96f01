"""A member says how the pack is to come, or to whom it goes instead."""

from __future__ import annotations

import re
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.choosing import words
from tongxin.choosing.access import is_open, is_over
from tongxin.choosing.models import Way
from tongxin.core.database import keep, lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.ui.words import moment
from tongxin.welfare.models import Entitled, Round

FETCH = "fetch"


@transaction.atomic
def set_way(
    *, actor: Actor, now: datetime, own: Entitled, kind: str, receiver: str = "", phone: str = "", address: str = ""
) -> Way | None:
    """Home delivery, a donation, or `fetch`ed at a pick-up point; as often as one likes while choosing goes on.

    The trail keeps which it is, never the address. Refuses: `choosing.over`, `choosing.early`, `choosing.not_offered`,
    `choosing.no_receiver`, `choosing.no_phone`, `choosing.no_address`.
    """
    keep(Round.objects.filter(pk=own.round_id))
    round = Round.objects.select_related("unit").get(pk=own.round_id)
    held = lock(Entitled.objects.filter(Entitled.standing(), pk=own.pk, person=actor.person_id)).first()
    if held is None:
        raise words.refusal("not_listed", contact=round.contact)
    _require_open(round, now)
    _require_offered(round, kind)
    given = _given(kind, receiver, phone, address)
    before = Way.objects.filter(entitled=held).first()
    way = _keep(held, kind, given, now)
    record(
        actor=actor, now=now, act="choosing.set_way", thing=round, unit=round.unit,
        before={"kind": before.kind if before else FETCH}, after={"kind": kind},
    )  # fmt: skip
    return way


def _keep(held: Entitled, kind: str, given: dict[str, str], now: datetime) -> Way | None:
    if kind == FETCH:
        Way.objects.filter(entitled=held).delete()
        return None
    way, _fresh = Way.objects.update_or_create(entitled=held, defaults={"kind": kind, "at": now, **given})
    return way


def _require_open(round: Round, now: datetime) -> None:
    if is_over(round, now):
        raise words.refusal("over", contact=round.contact)
    if not is_open(round, now):
        raise words.refusal("early", opens=moment(round.choose_from) if round.choose_from else "")


def _require_offered(round: Round, kind: str) -> None:
    offered = {FETCH: True, Way.Kind.DELIVERY: round.delivers, Way.Kind.DONATION: bool(round.donates_to)}
    if not offered.get(kind):
        raise Refused("choosing.not_offered", _("这次没有这种领法，换一种。"), field="kind")


def _given(kind: str, receiver: str, phone: str, address: str) -> dict[str, str]:
    """Who receives it where: all three are needed for a delivery, none is kept for a donation."""
    if kind != Way.Kind.DELIVERY:
        return {"receiver": "", "phone": "", "address": ""}
    given = {"receiver": receiver.strip(), "phone": phone.strip(), "address": " ".join(address.split())}
    if not given["receiver"]:
        raise Refused("choosing.no_receiver", _("写上收件人的姓名。"), field="receiver")
    if len(re.sub(r"\D", "", given["phone"])) < 7:
        raise Refused("choosing.no_phone", _("写一个打得通的电话，送货的人要联系。"), field="phone")
    if len(given["address"]) < 5:
        raise Refused("choosing.no_address", _("地址写到门牌号，不然送不到。"), field="address")
    return given
