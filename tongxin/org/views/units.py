"""The tree, and a unit with what it did."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import get_unit, signed_in
from tongxin.org.queries.tree import tree
from tongxin.org.queries.unit import unit_page
from tongxin.org.slots import panels_of


@signed_in
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """The tree of the own union, or of all below a post; `root` opens a union's own tree."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    root = get_unit(actor, number(request, "root") or 0) if request.GET.get("root") else None
    typed, with_closed = request.GET.get("q", "").strip(), request.GET.get("closed") == "1"
    shown = tree(actor, root=root, typed=typed, with_closed=with_closed)
    return render(request, "org/units.html", {"tree": shown, "typed": typed, "root": root, "with_closed": with_closed})


@signed_in
@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """A unit: its people, its officers and their terms, and what other apps have to tell of its year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    shown = get_unit(actor, pk)
    today = clock.today(clock.now())
    year = number(request, "year") or today.year
    page = unit_page(actor, shown, today)
    answer = {"page": page, "unit": shown, "year": year, "panels": panels_of(actor, shown, year)}
    return render(request, "org/unit.html", answer)


def number(request: HttpRequest, name: str) -> int | None:
    """A small whole number of the address, or None."""
    return whole(request.GET.get(name))
