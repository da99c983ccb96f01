"""Tell those whom a restriction concerns: once that it holds, once that it is over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.notices.models import Message, Notice
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import RESTRICTIONS_CHANGE
from tongxin.restrictions.actions.holding import locked, require_not_ended
from tongxin.restrictions.hooks import whom_it_concerns
from tongxin.restrictions.models import Restriction
from tongxin.restrictions.queries.one import in_force
from tongxin.restrictions.queries.told import DECLARED, ENDED
from tongxin.restrictions.words import days_words, limit_words
from tongxin.ui.words import listed


@transaction.atomic
def tell_concerned(*, actor: Actor, now: datetime, restriction: Restriction) -> int:
    """One notice to the officers of what it touches and to those who signed up; how many were told. Said once.

    Refuses: `access.…`, `restriction.ended`, `restriction.told_already`, `restriction.nobody`.
    """
    held = locked(restriction)
    require_right(actor, RESTRICTIONS_CHANGE, held.unit)
    require_not_ended(held)
    people = whom_it_concerns(in_force(held.pk), now)
    if not people:
        raise Refused("restriction.nobody", _("它没有碰到谁的活动，不用通知。"))
    with ours():
        said = _say(held, actor, now, DECLARED, _("管控：%(title)s") % {"title": held.title}, people)
    if not said:
        raise Refused("restriction.told_already", _("已经通知过了，一条管控只通知一次。"))
    record(
        actor=actor, now=now, act="restrictions.tell", thing=held, unit=held.unit, after={"people": len(people)}
    )  # fmt: skip
    return len(people)


def say_ended(held: Restriction, actor: Actor, now: datetime) -> int:
    """Tell those who had been told that it is over; how many."""
    first = Message.objects.filter(notice__key=DECLARED.format(held.pk)).order_by()
    people = list(first.values_list("person", flat=True))
    if people:
        with ours():
            _say(held, actor, now, ENDED, _("管控解除了：%(title)s") % {"title": held.title}, people)
    return len(people)


def _say(held: Restriction, actor: Actor, now: datetime, key: str, title: str, people: Iterable[int]) -> bool:
    limits = in_force(held.pk).limits
    lines = [held.ended_words] if held.ended_at else [days_words(held.starts_on, held.until), *limit_words(limits)]
    notice = tell(
        actor=actor, now=now, unit=held.unit, kind=Notice.Kind.CHANGE, key=key.format(held.pk), title=title,
        body="\n".join(lines), url=reverse("restrictions:restriction", args=[held.pk]), to=people, thing=held,
        audience=listed([_("碰到的活动的工会干部"), _("报了名的人")]),
    )  # fmt: skip
    return notice is not None
