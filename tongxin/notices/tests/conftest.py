"""The clock of the cast, and browsers whose hat holds on that day."""

from __future__ import annotations

import pytest

from tests.cast import NOW
from tongxin.org import office


@pytest.fixture
def on_the_day(monkeypatch):
    """The clock of the cast."""
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


@pytest.fixture
def browser(cast, on_the_day):
    """A client whose office hat holds on that day."""

    def opened(name, *, in_office=True):
        client = cast.client(name, in_office=in_office)
        if name and in_office:
            session = client.session
            office.begin(session, NOW, 30)
            session.save()
        return client

    return opened


@pytest.fixture
def mailing(settings):
    """An installation that sends mail: into the test's own box."""
    settings.MAIL, settings.ADDRESS = True, "https://gonghui.example.cn"
    settings.DEFAULT_FROM_EMAIL = "同心 <gonghui@example.cn>"
    settings.DEMO = False
