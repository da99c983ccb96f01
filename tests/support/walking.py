"""Walks through the product as several people, each with a browser of their own, while time goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeVar

import time_machine
from playwright.sync_api import Browser, Page

from tests.cast import NOW, Cast
from tests.support.browser import DESKTOP, PHONE, axe, open_page

# Size and whether scripts run: what a walk is walked with.
SHAPES: Final = [(PHONE, True), (DESKTOP, True), (PHONE, False)]
NAMES: Final = ["phone", "desk", "without scripts"]


@dataclass
class Walk:
    """A walk in browsers of one size: `as_("member")` gives a page of somebody."""

    cast: Cast
    browse: Callable[..., Any]
    clock: Any
    scripts: bool

    @contextmanager
    def as_(self, name: str, *, in_office: bool = False) -> Iterator[Page]:
        """A page of this person, under the office hat or not."""
        with self.browse(self.cast.client(name, in_office=in_office)) as page:
            yield page

    def later(self, moment: datetime) -> None:
        """Time goes by."""
        self.clock.move_to(moment)

    def look(self, page: Page) -> None:
        """Everybody can read the page as it stands now, and nothing sticks out."""
        if not self.scripts:
            return
        page.wait_for_load_state("networkidle")
        faults = axe(page)
        assert faults == [], f"{page.url}: {faults}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


W = TypeVar("W", bound=Walk)


@contextmanager
def walking(
    kind: type[W], shape: tuple[dict[str, Any], bool], chromium: Browser, url: str, cast: Cast, sign_in: Callable[..., None],
    now: datetime = NOW,
) -> Iterator[W]:  # fmt: skip
    """A walk of that kind that begins at `now`."""
    size, scripts = shape

    @contextmanager
    def browse(client: Any = None) -> Iterator[Page]:
        with open_page(chromium, url, size, java_script_enabled=scripts) as page:
            if client is not None:
                sign_in(page, client)
            yield page

    with time_machine.travel(now, tick=True) as clock:
        yield kind(cast, browse, clock, scripts)
