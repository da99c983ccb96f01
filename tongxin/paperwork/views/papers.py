"""The papers of an activity."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.paperwork.access import get_activity_with_papers
from tongxin.paperwork.queries.papers import papers_of


@require_safe
@signed_in
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    """Each kind with its formats and what is missing."""
    actor = request.actor  # type: ignore[attr-defined]
    activity = get_activity_with_papers(actor, pk)
    return render(
        request, "paperwork/papers.html", {"activity": activity, "papers": papers_of(actor, activity, clock.now())}
    )
