"""Give a partner unit a link for one step."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of
from tongxin.partners.access import get_thing
from tongxin.partners.models import Link
from tongxin.partners.rules.secrets import digest_of, new_secret
from tongxin.partners.rules.standing import LONGEST_DAYS


@transaction.atomic
def make_link(
    *, actor: Actor, now: datetime, unit: Unit, purpose: str, thing_id: int, label: str = "", days: int = 7
) -> tuple[Link, str]:
    """The link and its address, which nobody can be shown again. `label` is what the unit is asked (what the purpose says,
    where it is empty); it works for so many `days`. Links made before stay.

    Refuses: as `get_thing`, `link.days`, `link.elsewhere` (a unit of another union).
    """
    _purpose, thing = get_thing(actor, purpose, thing_id)
    if not 1 <= days <= LONGEST_DAYS:
        words = _("有效期填1到%(most)s天。") % {"most": LONGEST_DAYS}
        raise Refused("link.days", words, field="days")
    if not unit.is_below(union_of(thing.unit)):
        raise Refused("link.elsewhere", _("只能发给本工会里的单位。"), field="unit")
    secret = new_secret()
    link = Link.objects.create(
        unit=unit, purpose=purpose, thing_id=thing_id, label=(label or thing.label)[:120], digest=digest_of(secret),
        made_at=now, made_by=actor.label, expires_at=now + timedelta(days=days),
    )  # fmt: skip
    record(
        actor=actor, now=now, act="partners.make_link", thing=link, unit=thing.unit,
        after={"to": unit.called, "until": link.expires_at},
    )  # fmt: skip
    return link, reverse("partners:answer", args=[secret])
