"""One rule: its source, its versions, and what a change of it would mean."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.org.access import signed_in
from tongxin.rulebook.access import get_rule
from tongxin.rulebook.queries.detail import detail_of
from tongxin.rulebook.queries.lookup import unit_of_reader


@require_safe
@signed_in
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """A version, for a reader of the own unit."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_rule(actor, pk)
    unit = unit_of_reader(actor)
    if unit is None:
        raise Http404
    return render(request, "rulebook/rule.html", {"detail": detail_of(actor, found, unit), "rule": found})
