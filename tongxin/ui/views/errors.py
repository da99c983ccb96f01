"""Pages for what did not work: refusals, strangers, faults. They hold without a database."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from tongxin.core.refusals import Refused
from tongxin.ui import faults


def refusal_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A page with nothing but the refusal; for htmx a message in the page's own region.

    An app may draw its own as `refusals/CODE.html`. What is not yours looks as if it never was.
    """
    status = getattr(refusal, "status", 422)
    if status == 404:
        return not_found(request)
    facts: dict[str, object] = {"sentence": refusal.sentence, "code": refusal.code, "facts": refusal.facts}
    return _answer(request, [f"refusals/{refusal.code}.html", "refused.html"], status, facts)


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler400."""
    return _answer(request, "400.html", 400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler403."""
    return _answer(request, "403.html", 403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler404: the same page for what never was and for what is not yours."""
    return _answer(request, "404.html", 404)


@requires_csrf_token
def fault(request: HttpRequest) -> HttpResponse:
    """handler500: shows the reference under which the fault was logged."""
    return _answer(request, "500.html", 500, {"reference": faults.logged(request, None)}, bare=True)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: the page lay open too long, or another tab signed out."""
    return _answer(request, "403_csrf.html", 403)


def locked(request: HttpRequest, *, minutes: int = 15) -> HttpResponse:
    """429: too many failed sign-ins."""
    return _answer(request, "429.html", 429, {"minutes": minutes})


def _answer(
    request: HttpRequest,
    name: str | list[str],
    status: int,
    facts: dict[str, object] | None = None,
    *,
    bare: bool = False,
) -> HttpResponse:
    """Render an error page; `bare` leaves out everything that could need the database."""
    words = {**(facts or {}), "htmx": bool(getattr(request, "htmx", False)), "status": status}
    body = render_to_string(name, words, request=None if bare else request)
    response = HttpResponse(body, status=status)
    if words["htmx"]:
        response["HX-Retarget"] = "#messages"
        response["HX-Reswap"] = "innerHTML show:top"
    return response
