"""What waits for members: a poll, a tap about a round they received a pack of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.welfare.queries.poll import to_answer
from tongxin.welfare.queries.rating import to_rate


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each poll and for each round that was not answered about. Three queries, as a rule."""
    polls = [
        Todo(
            key=f"welfare.poll.{poll.round_id}", title=_("说说想要什么：%(title)s") % {"title": poll.round.title},
            why=_("点一下就好，不记名"), due=today(poll.closes_at), minutes=1, url=reverse("welfare:poll", args=[poll.round_id]),
            act=_("去说"),
        )
        for poll in to_answer(actor, now)
    ]  # fmt: skip
    ratings = [
        Todo(
            key=f"welfare.rate.{line.round_id}", title=_("评一评：%(title)s") % {"title": line.round.title},
            why=_("点一下就好，不记名"), due=today(line.round.box.closes_at), minutes=1,
            url=reverse("welfare:rate", args=[line.round_id]), act=_("去评"),
        )
        for line in to_rate(actor, now)
    ]  # fmt: skip
    return [*polls, *ratings]


SOURCE: Final = TodoSource("welfare.asked", ask, office=False)
