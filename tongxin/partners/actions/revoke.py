"""Take a link back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.partners.access import get_link_to_revoke
from tongxin.partners.models import Link


@transaction.atomic
def revoke(*, actor: Actor, now: datetime, link: Link) -> Link:
    """It opens nothing any more; what was answered stays. Refuses: as `get_link_to_revoke`, `link.revoked_already`."""
    _found, thing = get_link_to_revoke(actor, link.pk)
    held = lock(Link.objects.filter(pk=link.pk)).get()
    if held.revoked_at is not None:
        raise Refused("link.revoked_already", _("这个链接已经收回过了。"))
    held.revoked_at = now
    held.save(update_fields=["revoked_at"])
    record(actor=actor, now=now, act="partners.revoke", thing=held, unit=thing.unit, after={"to": link.unit.called})
    return held
