"""Where a person is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.accounts.models import User
from tongxin.accounts.rules import agents


@dataclass(frozen=True)
class Place:
    """A browser one is signed in with; `agent` is the whole of what it calls itself, `here` the one that asks."""

    pk: int
    browser: str
    agent: str
    started_at: datetime
    here: bool


def sessions_of(user: User, current: str | None) -> list[Place]:
    """The browsers, the last seen first: one query."""
    return [
        Place(one.pk, _named(one.agent), one.agent, one.started_at, one.session_key == current)
        for one in user.sessions.all()
    ]


def _named(agent: str) -> str:
    words = agents.told(agent) or _("不知名的浏览器")
    return words.replace("WeChat", _("微信")).replace("DingTalk", _("钉钉"))
