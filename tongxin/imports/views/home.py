"""Where importing begins."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.accounts.access import signed_in
from tongxin.imports.queries.home_page import home_page


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The kinds of spreadsheet, templates, and what was brought in before."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    number = request.GET.get("page", "1")
    return render(request, "imports/home.html", {"home": home_page(actor, int(number) if number.isdigit() else 1)})
