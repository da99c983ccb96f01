"""The frames show the places that exist and that the actor may enter, and which one is current."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import resolve

from tongxin.core import clock
from tongxin.core.registry import Registry
from tongxin.ui import navigation
from tongxin.ui.context import Frame
from tongxin.ui.navigation import NavItem, register_office, register_rail, register_tab

pytestmark = pytest.mark.urls("tongxin.ui.tests.urls")


@dataclass
class Someone:
    """An actor as the frame knows one."""

    in_office: bool = True
    user_id: int | None = 1
    name: str = "吴海燕"
    label: str = "电子与电气工程学院分工会"
    is_officer: bool = True
    rights: set[str] = field(default_factory=lambda: {"plan.see"})

    def has_somewhere(self, right: str) -> bool:
        return right in self.rights


@pytest.fixture(autouse=True)
def own_registries(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("rail", "tabs", "doors"):
        monkeypatch.setattr(navigation, name, Registry(name))


def frame_of(path: str = "/year/one/", actor: Any = None) -> Frame:
    request: HttpRequest = RequestFactory().get(path)
    request.resolver_match = resolve(path)
    request.actor = actor or Someone()  # type: ignore[attr-defined]
    return Frame(request)


def test_a_place_shows_when_its_page_exists_and_the_right_is_held() -> None:
    register_rail(NavItem("year", "年度", "cal", "year:list", 2, "plan.see"))
    register_rail(NavItem("parts", "零件", "gear", "ui:parts", 1))
    register_rail(NavItem("fee", "经费", "coin", "fee:list", 3))
    register_rail(NavItem("org", "组织", "tree", "year:one", 4, "org.see"))
    assert [place.label for place in frame_of().rail] == ["零件", "年度"]


def test_the_current_place_is_the_one_whose_pages_these_are() -> None:
    register_rail(NavItem("year", "年度", "cal", "year:list", 1))
    register_rail(NavItem("parts", "零件", "gear", "ui:parts", 2))
    assert [place.current for place in frame_of().rail] == [True, False]


def test_a_phone_keeps_all_but_four_places_under_more() -> None:
    for order in range(7):
        register_rail(NavItem(str(order), str(order), "cal", "year:list", order))
    assert [place.label for place in frame_of().more] == ["4", "5", "6"]


def test_the_member_has_no_rail_rights_and_five_tabs_at_most() -> None:
    for order in range(7):
        register_tab(NavItem(str(order), str(order), "cal", "year:list", order, count=lambda request: 2))
    frame = frame_of(actor=Someone(in_office=False, rights=set()))
    assert frame.base == "ui/home.html"
    assert len(frame.tabs) == 5
    assert frame.tabs[0].count == 2


def test_office_mode_says_who_for_which_unit_and_how_long() -> None:
    register_office(enter="year:one", leave="year:list", until=lambda request: clock.now() + timedelta(minutes=24))
    office = frame_of().office
    assert office is not None
    assert (office.name, office.minutes, office.leave_url) == ("吴海燕", 24, "/year/")
    assert frame_of().enter_url is None
    assert frame_of(actor=Someone(in_office=False)).enter_url == "/year/one/"


def test_a_page_without_an_actor_still_has_a_frame() -> None:
    frame = Frame(RequestFactory().get("/"))
    assert (frame.signed_in, frame.rail, frame.tabs, frame.office, frame.enter_url) == (False, [], [], None, None)
    assert "<html" in render_to_string("500.html", {"reference": "ABCD2345", "htmx": False})


@pytest.mark.django_db
@pytest.mark.parametrize("room", ["desk", "home"])
def test_the_component_page_shows_only_on_demonstrations(client: Client, settings: Any, room: str) -> None:
    settings.DEBUG = settings.DEMO = False
    assert client.get("/parts/", {"room": room}).status_code == 404
    settings.DEMO = True
    answer = client.get("/parts/", {"room": room})
    assert answer.status_code == 200
    assert f'<body class="{room}"' in answer.content.decode()
