"""One tap: done and said, or the sentence of the refusal."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages, success
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.test import RequestFactory

from tongxin.core.refusals import Refused
from tongxin.ui.tapping import tapping


def asked() -> HttpRequest:
    request = RequestFactory().post("/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


def said(request: HttpRequest) -> list[tuple[str, str]]:
    return [(each.level_tag, each.message) for each in get_messages(request)]


def test_what_is_done_is_said() -> None:
    request = asked()
    with tapping(request):
        success(request, "选好了。")
    assert said(request) == [("success", "选好了。")]


def test_what_is_refused_is_said_instead_and_the_view_goes_on() -> None:
    request = asked()
    with tapping(request):
        if not said(request):
            raise Refused("window.full", "这个时段满了。")
        success(request, "选好了。")
    assert said(request) == [("warning", "这个时段满了。")]


@pytest.mark.parametrize("status", [403, 404])
def test_a_refusal_that_is_a_page_goes_on_as_it_is(status: int) -> None:
    request = asked()
    with pytest.raises(Refused), tapping(request):
        raise Refused("access.no_right", "没有这一页。", status=status)
    assert said(request) == []
