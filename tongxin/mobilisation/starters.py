"""Tasks and calls that unions gave in a bad year, ready to be given again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Starter:
    """What stands in the form of a new task."""

    key: str
    title: Any
    what: Any
    wants: Any = ""
    counts: Any = ""


TASKS: Final = (
    Starter(
        "online", _("线上教学保障"),
        _("摸清本单位线上开课的人和课，帮没有电脑、网络不好、家里有孩子要带的教师解决困难；解决不了的报校工会。"),
        _("一句话说清有哪些困难、怎么解决的"), _("已能线上开课的教师"),
    ),
    Starter(
        "return", _("教职工返校"),
        _("通知到本单位每一个人，问清返校的日子和所在地；返校前把防疫要求讲到人，返校后报到岗人数。"),
        _("没返校的说明原因"), _("返校人数"),
    ),
)  # fmt: skip


def starter(key: str) -> Starter | None:
    """The one of that key."""
    return next((each for each in TASKS if each.key == key), None)
