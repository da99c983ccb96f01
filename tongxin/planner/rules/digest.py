"""Fingerprints of a year: whether a proposal still stands on the facts it was made from. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Final

from tongxin.planner.problem import Item, Year

NO_FACTS: Final = ("items", "now", "order", "levels")


@dataclass(frozen=True)
class Facts:
    """`common` of all that is no item (limits, calendar, loads, money), `items` of each item by its key."""

    common: str
    items: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        """As a proposal keeps it."""
        return {"common": self.common, "items": self.items}

    @classmethod
    def of_json(cls, kept: dict[str, Any]) -> Facts:
        """From what a proposal keeps."""
        return cls(kept.get("common", ""), dict(kept.get("items", {})))


def facts_of(year: Year) -> Facts:
    """The fingerprints of a year. `now` is left out (a proposal does not age by the clock alone), and so is what is merely aimed at."""
    common = [(field.name, getattr(year, field.name)) for field in fields(year) if field.name not in NO_FACTS]
    return Facts(_digest(common), {str(item.key): _digest(item) for item in year.items})


def touched(before: Facts, year: Year, key: int, target: Item) -> bool:
    """Whether a line for the item `key`, to stand as `target`, no longer rests on the facts it was made from.

    It does not where the item itself or the common facts changed, or where another changed item now stands in its way.
    """
    now = facts_of(year)
    if now.common != before.common or now.items.get(str(key)) != before.items.get(str(key)):
        return True
    changed = [
        one for one in year.items if one.key != key and now.items[str(one.key)] != before.items.get(str(one.key))
    ]
    return any(in_the_way(one, target) for one in changed)


def in_the_way(one: Item, target: Item) -> bool:
    """Whether two items cannot both stand where they are: same days and part of the day, same hall or people."""
    if one.day is None or target.day is None or not one.parts & target.parts:
        return False
    if one.day + one.days <= target.day or target.day + target.days <= one.day:
        return False
    on_site = one.mode == 0 and target.mode == 0
    return bool(set(one.units) & set(target.units)) or (on_site and one.venue is not None and one.venue == target.venue)


def _digest(value: Any) -> str:
    return hashlib.sha256(repr(_plain(value)).encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    """The value with every set and mapping in order, so that the same facts print the same."""
    if isinstance(value, frozenset | set):
        return sorted(_plain(one) for one in value)
    if isinstance(value, dict):
        return sorted((_plain(key), _plain(one)) for key, one in value.items())
    if isinstance(value, Item):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return repr(value)
