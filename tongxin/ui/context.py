"""`frame`: what the page frames need of a request, worked out only where a template asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from tongxin.core import clock
from tongxin.ui import navigation
from tongxin.ui.navigation import NavItem, OfficeDoor

PLACES_ON_A_PHONE = 4


@dataclass(frozen=True)
class Place:
    """A place as it is shown: `extra` ones hide under 更多 on a phone."""

    label: str
    icon: str
    url: str
    current: bool
    count: int
    last: bool
    extra: bool


@dataclass(frozen=True)
class Office:
    """Office mode as the desk shows it: who, for which unit, how many minutes are left, where to leave."""

    name: str
    unit: str
    minutes: int | None
    leave_url: str | None


class Frame:
    """One request's frame; every property is worked out on first use."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.demo: bool = getattr(settings, "DEMO", False)
        self.languages = settings.LANGUAGES

    @cached_property
    def actor(self) -> Any:
        """The actor of the request, or None where there is no such thing (an error page)."""
        return getattr(self.request, "actor", None)

    @property
    def worker(self) -> str | None:
        """Where the service worker is; None where there is none (pages of tests, an error without addresses)."""
        return navigation.address("ui:worker")

    @cached_property
    def signed_in(self) -> bool:
        """Whether somebody is signed in."""
        return bool(getattr(self.actor, "user_id", None))

    @cached_property
    def in_office(self) -> bool:
        """Whether the office hat is on."""
        return bool(self.signed_in and getattr(self.actor, "in_office", False))

    @property
    def base(self) -> str:
        """The frame for pages that serve both rooms."""
        return "ui/desk.html" if self.in_office else "ui/home.html"

    @property
    def lang(self) -> str:
        """The page's language as HTML names it."""
        code = get_language() or settings.LANGUAGE_CODE
        return "zh-CN" if code.startswith("zh") else code

    @property
    def language(self) -> str:
        """The language code in force."""
        return get_language() or settings.LANGUAGE_CODE

    @cached_property
    def rail(self) -> list[Place]:
        """The officer's places."""
        return self._places(navigation.rail)

    @property
    def more(self) -> list[Place]:
        """Places that a phone keeps under 更多."""
        return [place for place in self.rail if place.extra]

    @property
    def more_is_current(self) -> bool:
        """Whether the current place is one that a phone hides."""
        return any(place.current for place in self.more)

    @cached_property
    def tabs(self) -> list[Place]:
        """The member's places, five at most."""
        return self._places(navigation.tabs)[:5]

    @cached_property
    def office(self) -> Office | None:
        """Office mode, while it is on."""
        if not self.in_office:
            return None
        until = self._door.until(self.request) if self._door else None
        minutes = max(0, round((until - clock.now()).total_seconds() / 60)) if until else None
        return Office(
            name=getattr(self.actor, "name", ""),
            unit=getattr(self.actor, "post", ""),
            minutes=minutes,
            leave_url=navigation.address(self._door.leave) if self._door else None,
        )

    @cached_property
    def enter_url(self) -> str | None:
        """Where an officer under the member's hat enters the workbench."""
        if self.in_office or not self._door or not getattr(self.actor, "is_officer", False):
            return None
        return navigation.address(self._door.enter)

    @property
    def _door(self) -> OfficeDoor | None:
        return navigation.doors.get("office")

    def _places(self, items: Iterable[NavItem]) -> list[Place]:
        open_ones = [(item, url) for item in self._allowed(items) if (url := navigation.address(item.url_name))]
        ordered = sorted(open_ones, key=lambda pair: (pair[0].last, pair[0].order))
        current = self._current(ordered)
        fits = len(ordered) <= PLACES_ON_A_PHONE + 1
        return [
            Place(
                label=str(item.label),
                icon=item.icon,
                url=url,
                current=item.key == current,
                count=item.count(self.request) if item.count else 0,
                last=item.last,
                extra=not fits and place >= PLACES_ON_A_PHONE,
            )
            for place, (item, url) in enumerate(ordered)
        ]

    def _allowed(self, items: Iterable[NavItem]) -> Iterable[NavItem]:
        for item in items:
            if item.right is None or (self.actor is not None and self.actor.has_somewhere(item.right)):
                yield item

    def _current(self, places: list[tuple[NavItem, str]]) -> str | None:
        """The place whose address leads furthest towards this page; else the one of the page's app."""
        match = getattr(self.request, "resolver_match", None)
        if match is None:
            return None
        on_the_way = [(len(url), item.key) for item, url in places if url != "/" and self.request.path.startswith(url)]
        exact = [item.key for item, _ in places if item.url_name == match.view_name]
        near = [item.key for item, _ in places if item.namespace and item.namespace == match.namespace]
        return next(iter(exact + [key for _, key in sorted(on_the_way, reverse=True)] + near), None)


def frame(request: HttpRequest) -> dict[str, Frame]:
    """Context processor: `frame` for every template."""
    return {"frame": Frame(request)}
