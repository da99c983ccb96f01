"""What waits for those who run activities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.activities.queries.clearing import ToClear, to_clear
from tongxin.activities.queries.waiting import Waiting, waiting_for
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.ui.words import colon

TITLES: Final = {
    "finish": _("记下“%(title)s”办得怎样"),
    "publish": _("发布“%(title)s”"),
    "postpone": _("给“%(title)s”定个日子"),
}
WHYS: Final = {
    "finish": _("日子已经过了，写上人数就行"),
    "publish": _("两周内就要办，会员还看不到"),
    "postpone": _("延期两个多月了，还没有新日期"),
}
ACTS: Final = {"finish": _("写结果"), "publish": _("去发布"), "postpone": _("定日子")}
MINUTES: Final = {"finish": 3, "publish": 1, "postpone": 2}


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each activity of the actor's units that waits for an act. One query."""
    return [_todo(waiting) for waiting in waiting_for(actor, now)]


def ask_restricted(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each activity of the coming month that a restriction stops. One query where none stands, else four."""
    return [_restricted(each) for each in to_clear(actor, now)]


def _restricted(each: ToClear) -> Todo:
    title = _("给“%(title)s”记下管控要的") if each.record else _("“%(title)s”碰到管控，改一改")
    return Todo(
        key=f"activities.restricted.{each.pk}", title=title % {"title": each.title}, why=colon(each.restriction, each.words),
        due=each.due, minutes=3 if each.record else 5, url=each.url, act=str(_("去记") if each.record else _("去改")),
        seal=each.seal, tone=each.tone,
    )  # fmt: skip


def _todo(waiting: Waiting) -> Todo:
    return Todo(
        key=f"activities.{waiting.act}.{waiting.pk}",
        title=TITLES[waiting.act] % {"title": waiting.title},
        why=str(WHYS[waiting.act]),
        due=waiting.due,
        minutes=MINUTES[waiting.act],
        url=waiting.url,
        act=str(ACTS[waiting.act]),
        seal=waiting.seal,
        tone=waiting.tone,
    )


SOURCE: Final = TodoSource("activities", ask)
RESTRICTED: Final = TodoSource("activities.restricted", ask_restricted)
