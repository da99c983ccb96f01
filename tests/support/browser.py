"""Pages in a real Chromium, against Django's live server.

    from tests.support.browser import *   # in a conftest.py: the fixtures `phone`, `desktop`, `sign_in`

A page fails its test when a script faults, a policy is broken or a static file is missing.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, Response, sync_playwright

from tools import browser as program

__all__ = ["AXE_TAGS", "axe", "browser", "chromium", "desktop", "open_page", "phone", "sign_in"]

# Playwright's synchronous interface keeps an event loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
CHINA: dict[str, Any] = {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "reduced_motion": "reduce"}


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium of its own, outside pytest too (`tests.browser.shots`)."""
    path = os.environ.get("CHROMIUM") or program.find()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=program.FLAGS)
        yield started
        started.close()


@contextmanager
def open_page(chromium: Browser, base_url: str, size: dict[str, Any] = DESKTOP, **more: Any) -> Iterator[Page]:
    """A page of its own context (cookies, storage). `page.goto("/…")` is taken from `base_url`."""
    context = chromium.new_context(base_url=base_url, **{**CHINA, **size, **more})
    context.set_default_timeout(10_000)
    page = context.new_page()
    faults: list[str] = []
    _watch(page, faults)
    yield page
    context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the run."""
    with browser() as started:
        yield started


@pytest.fixture
def phone(chromium: Browser, live_server: Any) -> Iterator[Page]:
    """A page of 390 × 844 with touch."""
    with open_page(chromium, live_server.url, PHONE) as page:
        yield page


@pytest.fixture
def desktop(chromium: Browser, live_server: Any) -> Iterator[Page]:
    """A page of 1440 × 900."""
    with open_page(chromium, live_server.url, DESKTOP) as page:
        yield page


@pytest.fixture
def sign_in(live_server: Any) -> Callable[[Page, Client], None]:
    """Hand a page the sessions of a test client: `sign_in(phone, cast.client("member"))`."""

    def hand_over(page: Page, client: Client) -> None:
        cookies = [{"name": name, "value": one.value, "url": live_server.url} for name, one in client.cookies.items()]
        page.context.add_cookies(cookies)  # type: ignore[arg-type]

    return hand_over


def axe(page: Page, *, within: str = "body", tags: list[str] = AXE_TAGS) -> list[str]:
    """What axe-core finds wrong with the page as it stands, a line for each element; `assert axe(page) == []`."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(_axe_source())
    wanted = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    found = page.evaluate("([within, wanted]) => axe.run(within, wanted)", [within, wanted])
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']} – {' '.join(map(str, node['target']))}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@cache
def _axe_source() -> str:
    return AXE.read_text(encoding="utf-8")


def _watch(page: Page, faults: list[str]) -> None:
    """Note script faults, broken policies and missing static files. Refusals (4xx pages) are part of the product."""

    def on_console(message: Any) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            faults.append(f"{page.url}: {message.text}")

    def on_response(response: Response) -> None:
        if response.status >= 500 or (response.status >= 400 and settings.STATIC_URL in response.url):
            faults.append(f"{response.status} {response.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda fault: faults.append(f"{page.url}: {fault}"))
    page.on("response", on_response)
