"""Say one thing to some people, once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Model

from tongxin.audit.actions.record import NotInTransaction, Who
from tongxin.core.database import insert_rows
from tongxin.notices.actions.posting import post
from tongxin.notices.models import Message, Notice
from tongxin.org.models import Unit


def tell(
    *,
    actor: Who,
    now: datetime,
    unit: Unit,
    kind: str,
    key: str,
    title: str,
    to: Iterable[int],
    body: str = "",
    url: str = "",
    important: bool = False,
    audience: str = "",
    thing: Model | None = None,
) -> Notice | None:
    """Put a notice before the people whose ids are `to`, and what leaves the site (mail, robots) into the outbox.

    An instrument: the act that tells something calls it in its transaction, checks authority and leaves the audit entry.
    The same `key` is said once: the second time nothing happens and None comes back. `url` is a path of this site.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction(key)
    about = {"thing_type": thing._meta.label_lower, "thing_id": thing.pk} if thing else {}
    notice, fresh = Notice.objects.get_or_create(
        key=key,
        defaults={
            "unit": unit, "kind": kind, "title": title[:120], "body": body, "url": url, "important": important,
            "audience": audience[:120], "at": now, "by": actor.label, **about,
        },
    )  # fmt: skip
    if not fresh:
        return None
    people = sorted(set(to))
    insert_rows(Message, ("notice", "person", "at"), ((notice.pk, person, now) for person in people))
    post(notice, people, now)
    return notice
