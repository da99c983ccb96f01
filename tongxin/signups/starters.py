"""Starters: what a union holds every year, with everything but the day filled in. Words may be changed at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Starter:
    """`category` is the code of a category of the catalogue; where that is not in use, one is asked for."""

    key: str
    title: Promise
    category: str
    about: Promise
    capacity: int | None = None


STARTERS: Final = (
    Starter("hike", _("健步走"), "ti", _("走一段，看看风景，约两小时。穿合脚的鞋，带水。"), 100),
    Starter("badminton", _("羽毛球赛"), "ti", _("团体和单打，按单位报名。球由工会准备，自带球拍。"), 60),
    Starter("sports", _("趣味运动会"), "ti", _("几个项目轮流来，重在参加。"), 200),
    Starter("outing", _("秋游"), "tuan", _("当天往返，车辆和保险由工会安排。"), 80),
    Starter("women", _("三八节活动"), "jie", _("女职工半天活动。"), 100),
    Starter("birthday", _("集体生日会"), "jie", _("给这个季度过生日的职工一起过。"), 60),
    Starter("reading", _("读书会"), "wen", _("读一本书，聊一聊。"), 30),
    Starter("class", _("兴趣班"), "wen", _("每周一次，请老师来教。"), 25),
    Starter("talk", _("讲座"), "wen", _("请人来讲，讲完可以问。"), 150),
    Starter("gala", _("迎新年会"), "jie", _("各单位出节目，吃个团圆饭。"), None),
)  # fmt: skip


def starter(key: str | None) -> Starter | None:
    """The starter of that key."""
    return next((each for each in STARTERS if each.key == key), None)
