"""Starters of a contingency 应急: what is mostly declared, with its limits filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tongxin.restrictions.rules.limits import Demand


@dataclass(frozen=True)
class Starter:
    """`terms` are the fields of `actions.Terms` that it fills."""

    key: str
    title: Promise
    terms: Mapping[str, Any] = field(default_factory=dict)


STARTERS: Final = (
    Starter("gathering", _("聚集超过50人要有防控方案"), {"steps": ((50, Demand.PLAN),)}),
    Starter("city", _("不出市"), {"farthest": "city"}),
    Starter("online", _("全部线上"), {"online_only": True}),
    Starter("pause", _("暂停现场活动"), {"steps": ((0, Demand.BAN),)}),
)


def starter(key: str) -> Starter | None:
    """The starter of that key."""
    return next((each for each in STARTERS if each.key == key), None)
