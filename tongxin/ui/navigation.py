"""What the frames list: places of the officer's rail and of the member's tabs, and the way into office mode.

Apps register from `ready()`; a place shows when its page exists and the actor has its right somewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from tongxin.core.registry import Registry


@dataclass(frozen=True)
class NavItem:
    """A place: `label` of two characters, `icon` of the sprite, `right` that is needed somewhere (None: everybody).

    `count` answers how many things wait there (0 shows nothing); `last` puts it at the foot of the rail.
    """

    key: str
    label: Any
    icon: str
    url_name: str
    order: int
    right: str | None = None
    count: Callable[[HttpRequest], int] | None = None
    last: bool = False

    @property
    def namespace(self) -> str:
        """The app whose pages lie under this place."""
        return self.url_name.rpartition(":")[0]


@dataclass(frozen=True)
class OfficeDoor:
    """How office mode is entered and left (POST to these), and until when it lasts for a request."""

    key: str
    enter: str
    leave: str
    until: Callable[[HttpRequest], datetime | None]


rail: Registry[NavItem] = Registry("rail item")
tabs: Registry[NavItem] = Registry("tab")
doors: Registry[OfficeDoor] = Registry("office door")


def register_rail(item: NavItem) -> NavItem:
    """Put a place on the officer's rail."""
    return rail.register(item)


def register_tab(item: NavItem) -> NavItem:
    """Put a place among the member's tabs."""
    return tabs.register(item)


def register_office(*, enter: str, leave: str, until: Callable[[HttpRequest], datetime | None]) -> OfficeDoor:
    """Say by which URL names office mode is entered and left, and until when it lasts."""
    return doors.register(OfficeDoor("office", enter, leave, until))


def address(url_name: str) -> str | None:
    """The URL of a page, or None where no such page exists yet."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None
