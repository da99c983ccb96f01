"""Say what one would like."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.ballots.actions import clean_words, shuffled_in
from tongxin.ballots.rules.showing import moves
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.welfare.access import is_polled
from tongxin.welfare.models import Poll, Polled
from tongxin.welfare.rules.life import IN_THE_MAKING


@transaction.atomic
def answer_poll(*, actor: Actor, now: datetime, poll: Poll, options: Collection[int], wish: str = "") -> None:
    """Ticks and a wish of a person who is asked: counted, the wish shuffled in, and only the fact that it came kept by name.

    Refuses: `welfare.not_asked` (404), `welfare.poll_answered`, `welfare.poll_over`, `welfare.poll_early`, `welfare.poll_nothing`,
    `welfare.poll_too_many`, `welfare.too_long`.
    """
    held = lock(Poll.objects.select_related("round__unit").filter(pk=poll.pk)).first()
    if held is None or actor.person_id is None or not is_polled(actor, held, now):
        raise Refused("welfare.not_asked", _("这次没有请你答。"), status=404)
    _require_open(held, actor, now)
    ticked = list(held.options.filter(pk__in=options).values_list("pk", flat=True))
    words = clean_words(wish, "welfare", "wish")
    if not ticked and not words:
        raise Refused("welfare.poll_nothing", _("至少选一样，或者写一句。"), field="options")
    if len(ticked) > held.most:
        raise Refused("welfare.poll_too_many", _("最多选%(most)s样，去掉几样。") % {"most": held.most}, field="options")
    Polled.objects.create(poll=held, person_id=actor.person_id)
    _put(held, ticked, words)
    record(actor=actor, now=now, act="welfare.answer_poll", thing=held.round, unit=held.round.unit)


def _require_open(poll: Poll, actor: Actor, now: datetime) -> None:
    if Polled.objects.filter(poll=poll, person=actor.person_id).exists():
        raise Refused("welfare.poll_answered", _("你已经答过了，一人答一次。"))
    if poll.is_over(now) or poll.round.state not in IN_THE_MAKING:
        raise Refused("welfare.poll_over", _("征集已经结束，这次没有记下。"))
    if not poll.is_open(now):
        raise Refused("welfare.poll_early", _("还没开始，开始了会通知你。"))


def _put(poll: Poll, ticked: Collection[int], words: str) -> None:
    """Count, shuffle, and move what readers see where five more have come."""
    poll.options.filter(pk__in=ticked).update(count=F("count") + 1)
    poll.answers += 1
    poll.wishes = shuffled_in(poll.wishes, words)
    if moves(poll.shown, poll.answers):
        poll.shown, poll.shown_wishes = poll.answers, list(poll.wishes)
        poll.options.update(shown=F("count"))
    poll.save(update_fields=["answers", "wishes", "shown", "shown_wishes"])
