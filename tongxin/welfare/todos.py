"""What waits for those who run rounds, and for those who approve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy

from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import WELFARE_APPROVE, WELFARE_RUN
from tongxin.welfare.models import Round
from tongxin.welfare.queries.waiting import waiting_for

SEAL: Final = "怀"
# Which rounds, in which words: title, why it is easy, the act, minutes, the page.
LINES: Final[tuple[tuple[str, Any, Any, Any, int, str], ...]] = (
    ("to_decide", gettext_lazy("批福利：%(title)s"), gettext_lazy("规则查过了，看一眼就能批"), gettext_lazy("去批"), 2, "round"),
    ("to_mend", gettext_lazy("改福利：%(title)s"), gettext_lazy("退回来了，写着要改什么"), gettext_lazy("去改"), 3, "round"),
    ("to_settle", gettext_lazy("处理核对意见：%(title)s"), gettext_lazy("人事看过名单，一条一条处理"), gettext_lazy("去处理"), 3, "remarks"),
    ("to_finish", gettext_lazy("接着办：%(title)s"), gettext_lazy("下一步写在页面上"), gettext_lazy("接着办"), 5, "round"),
    ("to_open", gettext_lazy("通知大家：%(title)s"), gettext_lazy("批下来了，定个时间就好"), gettext_lazy("去通知"), 1, "round"),
    ("to_hand", gettext_lazy("开始发放：%(title)s"), gettext_lazy("大家选完了"), gettext_lazy("去发放"), 1, "round"),
)  # fmt: skip


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Rounds to approve, to mend, to finish, to open, to hand out; remarks to settle. One query."""
    if not (actor.has_somewhere(WELFARE_RUN) or actor.has_somewhere(WELFARE_APPROVE)):
        return []
    found = waiting_for(actor, now)
    return [todo for line in LINES for todo in _todos(getattr(found, line[0]), *line)]


def _todos(
    rounds: Sequence[Round], key: str, title: Any, why: Any, act: Any, minutes: int, page: str
) -> Iterator[Todo]:
    for round in rounds:
        url = reverse(f"welfare:{page}", args=[round.pk])
        said = str(title) % {"title": round.title}
        yield Todo(f"welfare.{key}.{round.pk}", said, str(why), round.gives_on, minutes, url, str(act), SEAL, "huai")


SOURCE: Final = TodoSource("welfare", ask)
