"""Every page, as the people it is for see it, on the phone and on the desk: axe finds nothing, nothing sticks out."""

from __future__ import annotations

import pytest

from tests.permissions.matrix import ROWS
from tests.permissions.row import Row
from tests.permissions.test_matrix import address
from tests.support.browser import axe

# A page is looked at by whoever uses it most; pages with two faces by both.
FIRST = ("office", "chair", "branch", "operator", "hr", "member")
WIDER = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll-x, .vh, dialog')).slice(0, 5).map(e => e.tagName + '.' + e.className)"
NOBODY = {"accounts:sign_in", "accounts:welcome"}
ERRORS = ("/nothing-here/", "/units/999999/", "/welcome/MQ/made-up/")


def visits() -> list[tuple[Row, str | None, bool]]:
    """(row, who looks, under the office hat)"""
    made: list[tuple[Row, str | None, bool]] = []
    for row in ROWS:
        if not (row.get and row.page and row.allowed()):
            continue
        if row.name in NOBODY:
            made.append((row, None, False))
            continue
        made.append((row, next(role for role in FIRST if role in row.allowed()), True))
        if "member" in row.allowed():
            made.append((row, "member", False))
    return made


VISITS = visits()
ids = [f"{row.name}{number}-{role}" for number, (row, role, _hat) in enumerate(VISITS)]
every_visit = pytest.mark.parametrize("visit", VISITS, ids=ids)


# The same page, as wide as a phone and as a desk: loaded once, so that all of them are looked at within minutes.
SIZES = ({"width": 390, "height": 844}, {"width": 1440, "height": 900})


def look_at_both(page, where: str) -> None:
    """Open the page on the phone and hold it to everything, then make it as wide as a desk and hold it to everything again."""
    page.set_viewport_size(SIZES[0])
    look(page, where)
    page.set_viewport_size(SIZES[1])
    hold(page, where)


def look(page, where: str) -> None:
    """Open the page and hold it to everything there is to hold it to."""
    go(page, where)
    hold(page, where)


def go(page, where: str) -> None:
    """Open the page and wait until all of it is there."""
    answer = page.goto(where)
    assert answer.status < 500
    page.wait_for_load_state("load")


def hold(page, where: str) -> None:
    """What must be so of every page: axe finds nothing, nothing sticks out, one first heading."""
    assert axe(page) == [], where
    hold_together(page)


def hold_together(page) -> None:
    """Nothing sticks out; a title, one first heading."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{wide} px wider than the screen: {page.evaluate(WIDER)}"
    assert page.title().strip(" ·")
    assert page.locator("h1").count() == 1, f"{page.locator('h1').count()} first headings"


@every_visit
def test_a_page_is_open_to_everybody(windows, house, visit):
    row, role, in_office = visit
    look_at_both(windows(role, in_office=in_office), address(row, house))


# Where English says more words than Chinese there is least room on the phone. What axe looks at is the same in both.
@every_visit
def test_a_page_has_room_for_english(windows, house, visit):
    row, role, in_office = visit
    page = windows(role, in_office=in_office, language="en")
    page.set_viewport_size(SIZES[0])
    go(page, address(row, house))
    hold_together(page)
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("where", ERRORS)
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_a_page_that_says_no_is_open_to_everybody_too(request, house, as_role, sign_in, where, size):
    page = request.getfixturevalue(size)
    sign_in(page, as_role("office"))
    look(page, where)


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_way_into_the_office_is_open_to_everybody(request, house, as_role, sign_in, size):
    page = request.getfixturevalue(size)
    sign_in(page, as_role("office", in_office=False))
    look(page, "/people/")


def test_every_page_of_the_matrix_is_looked_at():
    assert len(VISITS) > 80
    assert {row.name for row, _role, _hat in VISITS} == {
        row.name for row in ROWS if row.get and row.page and row.allowed()
    }
