"""Answer by a link."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.partners.hooks import Purpose
from tongxin.partners.models import Link
from tongxin.partners.rules.standing import EXPIRED, REVOKED, standing
from tongxin.ui.words import fullday

GONE = 410


def require_open(link: Link, purpose: Purpose, now: datetime) -> None:
    """Refuses a link that is `link.revoked`, `link.expired` or whose step is `link.over` (all 410)."""
    state = standing(now, link.expires_at, link.revoked_at, link.answered_at)
    if state == REVOKED:
        raise Refused("link.revoked", _("这个链接已经收回了。还要办的话，请给你链接的人再发一个。"), status=GONE)
    if state == EXPIRED:
        words = _("这个链接只到%(day)s有效。还要办的话，请给你链接的人再发一个。") % {"day": fullday(link.expires_at)}
        raise Refused("link.expired", words, status=GONE)
    if reason := purpose.over(link):
        raise Refused("link.over", reason, status=GONE)


def see(*, link: Link, now: datetime) -> None:
    """Note the first time that it is opened: who made it sees that it arrived. No act of anybody, no entry."""
    if link.opened_at is None:
        Link.objects.filter(pk=link.pk, opened_at=None).update(opened_at=now)


@transaction.atomic
def answer(*, link: Link, purpose: Purpose, now: datetime, name: str, cleaned: dict[str, Any]) -> str:
    """Do the step under that name; the purpose's own act leaves the entry. What comes back is the query to go on with.

    Refuses: `link.no_name`, as `require_open`, and as the purpose's act.
    """
    held = lock(Link.objects.select_related("unit").filter(pk=link.pk)).get()
    require_open(held, purpose, now)
    if not name.strip():
        raise Refused("link.no_name", _("写上你的名字，好知道是谁填的。"), field="who")
    on = purpose.answer(held, name.strip(), cleaned, now)
    held.answered_at, held.answered_by = now, name.strip()[:60]
    held.save(update_fields=["answered_at", "answered_by"])
    return on or ""
