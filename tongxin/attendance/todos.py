"""What waits at the doors, for those who run activities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tongxin.attendance.queries.waiting import Waiting, waiting_for
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor

TITLES: Final = {
    "open": _("今天签到：%(title)s"),
    "go_on": _("今天签到：%(title)s"),
    "close": _("“%(title)s”的签到还没结束"),
}
WHYS: Final = {
    "open": _("到场点开始，用手机扫，或者勾名单"),
    "go_on": _("签到正开着，人齐了就结束"),
    "close": _("补上纸质签到的，点一下结束，人数就有了"),
}
ACTS: Final = {"open": _("去签到"), "go_on": _("接着签到"), "close": _("去结束")}


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each door of today, and for each that was left open. One query."""
    return [_todo(waiting) for waiting in waiting_for(actor, now)]


def _todo(waiting: Waiting) -> Todo:
    slot, category = waiting.slot, waiting.slot.activity.category
    title = f"{slot.activity.title} {slot.title}".strip()
    return Todo(
        key=f"attendance.{waiting.act}.{slot.pk}",
        title=TITLES[waiting.act] % {"title": title},
        why=str(WHYS[waiting.act]),
        due=waiting.day if waiting.act != "close" else None,
        minutes=1 if waiting.act == "close" else 5,
        url=reverse("attendance:door", args=[slot.activity_id, slot.pk]),
        act=str(ACTS[waiting.act]),
        seal=category.seal,
        tone=category.tone,
    )


SOURCE: Final = TodoSource("attendance", ask)
