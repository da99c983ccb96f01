"""One server for all tests of this folder, with the furnished house behind it; nothing is emptied between tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import connections
from django.test import Client, override_settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.demonstrated.house import NOW, furnish
from tests.permissions.world import World
from tests.support.browser import PHONE, open_page
from tests.support.emptying import emptied


@pytest.fixture(scope="package")
def house(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """The demonstration and its January 2021, committed; the clock goes on from there."""
    kept = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path_factory.mktemp("kept")},
    }
    ours = override_settings(STORAGES={**settings.STORAGES, "default": kept}, DEMO=True)
    with django_db_blocker.unblock(), ours, emptied(), time_machine.travel(NOW, tick=True):
        yield furnish()


@pytest.fixture(scope="package")
def live_server(house: World) -> Iterator[LiveServer]:
    """Takes the place of pytest-django's, which empties the database after each test."""
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()
    connections.close_all()


@pytest.fixture
def transactional_db(live_server: LiveServer) -> None:
    """Takes the place of pytest-django's: nothing is emptied between tests."""


@pytest.fixture
def as_role(house: World) -> Any:
    """A test client of somebody of the house: `as_role("office")`, `as_role("office", in_office=False)`, `as_role(None)`."""

    def client(role: str | None, *, in_office: bool = True) -> Client:
        return house.cast.client(role, in_office=in_office)

    return client


@pytest.fixture(scope="package")
def windows(chromium: Browser, live_server: LiveServer, house: World) -> Iterator[Any]:
    """A phone that stays open for each pair of eyes: `windows("office", in_office=True, language="zh-hans")`.

    Signing in and loading styles afresh for every page would take longer than looking at it. What goes wrong on a page
    (a script's fault, a broken policy) is told when the windows close, with its address.
    """
    opened: dict[tuple[str | None, bool, str], Page] = {}
    with ExitStack() as closing:

        def window(role: str | None, *, in_office: bool = True, language: str = "zh-hans") -> Page:
            key = (role, in_office, language)
            if key not in opened:
                page = closing.enter_context(open_page(chromium, live_server.url, PHONE))
                client = house.cast.client(role, in_office=in_office)
                given = {name: one.value for name, one in client.cookies.items()} | {
                    settings.LANGUAGE_COOKIE_NAME: language
                }
                page.context.add_cookies(
                    [{"name": name, "value": value, "url": live_server.url} for name, value in given.items()]
                )
                opened[key] = page
            return opened[key]

        yield window
