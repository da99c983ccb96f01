"""What waits for members: a pack to choose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.choosing.queries.waiting import to_choose
from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.ui.words import moment


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each round in which the actor has not chosen yet. One query."""
    return [
        Todo(
            key=f"choosing.choose.{round.pk}", title=_("选礼包：%(title)s") % {"title": round.title},
            why=_("%(until)s以前，点一下就好") % {"until": moment(round.choose_until)} if round.choose_until else _("点一下就好"),
            due=today(round.choose_until) if round.choose_until else None, minutes=1,
            url=reverse("welfare:round", args=[round.pk]), act=_("去选"),
        )
        for round in to_choose(actor, now)
    ]  # fmt: skip


SOURCE: Final = TodoSource("choosing", ask, office=False)
