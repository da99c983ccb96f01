"""Who may fetch a pack for another. The row is the consent; it ends when the person takes it back or names somebody else."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.collecting.access import get_entitled, get_own
from tongxin.collecting.models import Proxy, Receipt
from tongxin.core.database import lock
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.welfare.models import Entitled, Round


@transaction.atomic
def name_proxy(*, actor: Actor, now: datetime, round: Round, person: Person) -> Proxy:
    """The actor lets a colleague fetch the own pack; whoever was named before no longer may. The colleague is told.

    Refuses: as `access.get_own`, `collecting.self`, `collecting.gone`, `collecting.had`.
    """
    own = get_own(actor, round.pk)
    return _name(actor, now, own, person, "")


@transaction.atomic
def vouch_proxy(*, actor: Actor, now: datetime, entitled: Entitled, person: Person, vouched: str) -> Proxy:
    """An officer puts a proxy down for somebody, with how the officer knows of the consent. The person and the proxy are told.

    Refuses: as `access.get_entitled`, `collecting.no_word`, and as `name_proxy`.
    """
    _reach, held = get_entitled(actor, entitled.round_id, entitled.pk)
    if held.struck_at is not None:
        raise Refused("collecting.struck", _("这位从名单里去掉了，不用代领。"))
    if not vouched.strip():
        raise Refused("collecting.no_word", _("写一句怎么知道本人同意。"), field="vouched")
    return _name(actor, now, held, person, vouched.strip()[:200])


@transaction.atomic
def withdraw_proxy(*, actor: Actor, now: datetime, round: Round) -> None:
    """Nobody fetches for the actor any more. Refuses: as `access.get_own`, `collecting.no_proxy`."""
    own = get_own(actor, round.pk)
    held = lock(Proxy.objects.filter(entitled=own, withdrawn_at=None)).first()
    if held is None:
        raise Refused("collecting.no_proxy", _("没有请人代领，不用收回。"))
    held.withdrawn_at = now
    held.save(update_fields=["withdrawn_at"])
    record(actor=actor, now=now, act="collecting.withdraw_proxy", thing=held, label=own.person.name, unit=own.unit)


def _name(actor: Actor, now: datetime, entitled: Entitled, person: Person, vouched: str) -> Proxy:
    lock(Entitled.objects.filter(pk=entitled.pk)).get()
    if person.pk == entitled.person_id:
        raise Refused("collecting.self", _("代领的是别人，自己领不用写。"), field="person")
    if person.left_on is not None or person.union_id != entitled.person.union_id:
        raise Refused("collecting.gone", _("这位不是本单位在职的人，换一位。"), field="person")
    if Receipt.objects.filter(entitled=entitled, undone_at=None).exists():
        raise Refused("collecting.had", _("已经领了，不用请人代领。"))
    there = Proxy.objects.filter(entitled=entitled, withdrawn_at=None)
    same = there.filter(person=person).first()
    if same is not None:
        return same
    there.update(withdrawn_at=now)
    made = Proxy.objects.create(entitled=entitled, person=person, vouched=vouched, at=now, by=actor.label)
    record(
        actor=actor, now=now, act="collecting.name_proxy", thing=made, label=entitled.person.name, unit=entitled.unit,
        reason=vouched, after={"round": entitled.round_id, "proxy": person.pk},
    )  # fmt: skip
    _tell(made, entitled, actor, now)
    return made


def _tell(made: Proxy, entitled: Entitled, actor: Actor, now: datetime) -> None:
    """The proxy; and where an officer put it down, the person, who may take it back."""
    facts = {"name": entitled.person.name, "proxy": made.person.name, "round": entitled.round.title}
    url = {
        "unit": entitled.round.unit,
        "kind": Notice.Kind.PLACE,
        "url": reverse("collecting:pass", args=[entitled.round_id]),
    }
    with ours():
        title = _("%(name)s请你代领：%(round)s") % facts
        tell(actor=actor, now=now, key=f"collecting.proxy:{made.pk}", title=title, to=[made.person_id], **url)  # type: ignore[arg-type]
        if made.vouched:
            title = _("记了%(proxy)s替你代领：%(round)s") % facts
            body = _("不对的话，在我的福利里收回。")
            tell(
                actor=actor, now=now, key=f"collecting.vouched:{made.pk}", title=title, body=body,
                to=[entitled.person_id], **url,  # type: ignore[arg-type]
            )  # fmt: skip
