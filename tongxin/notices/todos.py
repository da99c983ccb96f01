"""What a member must read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.todos import Todo, TodoSource
from tongxin.notices.queries.mine import must_read
from tongxin.org.actor import Actor

SEAL: Final = "知"


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each important notice that the person has not read. One query."""
    return [
        Todo(
            key=f"notices.read.{line.pk}",
            title=_("读通知：%(title)s") % {"title": line.title},
            why=_("%(unit)s，读完点“读过了”") % {"unit": line.unit},
            due=None,
            minutes=1,
            url=reverse("notices:notice", args=[line.pk]),
            act=_("去读"),
            seal=SEAL,
        )
        for line in must_read(actor)
    ]


SOURCE: Final = TodoSource("notices", ask, office=False)
