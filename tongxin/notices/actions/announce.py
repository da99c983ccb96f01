"""Tell the people of a unit something."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.notices.actions.tell import tell
from tongxin.notices.models import Notice
from tongxin.notices.queries.audience import called, people_of
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import NOTICES_SEND


@transaction.atomic
def announce(
    *, actor: Actor, now: datetime, unit: Unit, title: str, words: str, to: str, important: bool = False, once: str
) -> Notice:
    """Tell the members (`to` "members") or all staff ("staff") in and below the unit something; the sender too, if among them.

    `once` is the page it was written on: sent twice from there it is said once, and the first notice comes back.
    Refuses: `access.no_right`, `access.office_mode`, `notice.no_title`, `notice.no_words`, `notice.closed_unit`,
    `notice.nobody`.
    """
    require_right(actor, NOTICES_SEND, unit)
    today = clock.today(now)
    if not title.strip():
        raise Refused("notice.no_title", _("还没有标题。写上一句话，收的人先看到它。"), field="title")
    if not words.strip():
        raise Refused("notice.no_words", _("还没有内容。写上要说的事。"), field="words")
    if not unit.exists_on(today):
        raise Refused("notice.closed_unit", _("这个单位已经撤销。换一个单位再发。"), field="unit")
    key = f"notices.announcement:{actor.user_id}:{once}"
    people = people_of(unit, to, today)
    if not people:
        raise Refused("notice.nobody", _("这个单位里没有这样的人，通知没有发。换个范围再发。"), field="to")
    notice = tell(
        actor=actor, now=now, unit=unit, kind=Notice.Kind.ANNOUNCEMENT, key=key, title=title.strip(), body=words.strip(),
        to=people, important=important, audience=called(unit, to),
    )  # fmt: skip
    if notice is None:
        return Notice.objects.get(key=key)
    record(
        actor=actor, now=now, act="notices.announce", thing=notice, unit=unit,
        after={"title": notice.title, "to": to, "important": important, "people": len(people)},
    )  # fmt: skip
    return notice
