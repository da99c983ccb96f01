"""The browser's fixtures do what walks rely on."""

import pytest

from tests.support.browser import DESKTOP, axe, open_page

pytestmark = pytest.mark.urls("tests.support.plain_pages")


def test_a_phone_is_narrow_and_is_touched(phone):
    phone.goto("/")
    assert phone.evaluate("[innerWidth, innerHeight, navigator.maxTouchPoints > 0]") == [390, 844, True]


def test_a_desktop_is_wide(desktop):
    desktop.goto("/")
    assert desktop.evaluate("[innerWidth, innerHeight]") == [1440, 900]


def test_a_page_wears_the_session_of_a_client(desktop, sign_in, cast):
    sign_in(desktop, cast.client("member"))
    desktop.goto("/")
    assert desktop.get_by_role("heading").inner_text() == "你好，张三"


def test_axe_is_silent_on_a_sound_page_and_names_what_is_wrong(chromium, live_server, desktop):
    desktop.goto("/")
    assert axe(desktop) == []
    with (
        pytest.raises(AssertionError, match="Content Security Policy"),
        open_page(chromium, live_server.url, DESKTOP) as page,
    ):
        page.goto("/faulty")
        named = [line.split()[0] for line in axe(page, within="html")]
    assert {"html-has-lang", "image-alt"} <= set(named)
