"""Give a person's calendar a new address."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.notices.models import Feed
from tongxin.org.actor import Actor
from tongxin.org.models import Person


@transaction.atomic
def renew_feed(*, actor: Actor, now: datetime) -> Feed:
    """The secret address of one's calendar, new: the old one leads nowhere from now on.

    Refuses: `feed.no_person`.
    """
    person = Person.objects.select_related("union").filter(pk=actor.person_id or 0).first()
    if person is None:
        raise Refused("feed.no_person", _("花名册里没有你，没有日历可以订。"))
    fresh = {"token": secrets.token_urlsafe(24), "made_at": now}
    feed, _new = Feed.objects.update_or_create(person=person, defaults=fresh)
    record(actor=actor, now=now, act="notices.renew_feed", thing=person, unit=person.union)
    return feed
