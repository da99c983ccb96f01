"""Refusals that no view caught become a small page; faults get a reference that the page shows; NUL never comes in."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from tongxin.core.refusals import Refused
from tongxin.ui import faults
from tongxin.ui.views.errors import refusal_page

_DEBUGGING: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.INTERNAL_SERVER_ERROR})


class ContentPolicy:
    """Sends the content security policy of the settings with every answer. No page needs one of its own, so django-csp
    puts it together once instead of at every answer; Django's own pages of faults while debugging go without."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response, self.policy = get_response, build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not (settings.DEBUG and response.status_code in _DEBUGGING):
            response.headers.setdefault(HEADER, self.policy)
        return response


class Refusals:
    """Answers `Refused` with its own status, its sentence and its code; gives every fault a reference."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal is answered here; a fault only gets its reference and goes on to handler500."""
        if isinstance(exception, Refused):
            return refusal_page(request, exception)
        if not _is_an_answer(exception):
            faults.logged(request, exception)
        return None


def _is_an_answer(exception: Exception) -> bool:
    """Whether Django itself turns this exception into a page (404, 403, 400)."""
    return isinstance(exception, Http404 | PermissionDenied | BadRequest | SuspiciousOperation)


class WithoutNul:
    """Takes NUL out of addresses and forms: nobody types it, and PostgreSQL keeps no text that holds it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _without_nul(request.GET)  # type: ignore[assignment]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """The form is read by now, for its token."""
        if request.method == "POST" and any("\0" in word for _, words in request.POST.lists() for word in words):
            request.POST = _without_nul(request.POST)  # type: ignore[assignment]


def _without_nul(fields: QueryDict) -> QueryDict:
    clean = QueryDict(mutable=True)
    for name, words in fields.lists():
        clean.setlist(name.replace("\0", ""), [word.replace("\0", "") for word in words])
    return clean
