"""Where importing begins."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.accounts.access import signed_in
from tongxin.core.numbers import whole
from tongxin.imports.queries.home_page import home_page


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The kinds of spreadsheet, templates, and what was brought in before."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    return render(request, "imports/home.html", {"home": home_page(actor, whole(request.GET.get("page")) or 1)})
