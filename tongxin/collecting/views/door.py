"""Where an officer stands who hands out: how far it is, and the ways of handing out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.collecting.access import get_reach
from tongxin.collecting.queries.progress import progress_of
from tongxin.org.access import signed_in
from tongxin.welfare.access import may_run
from tongxin.welfare.models import Round


@require_safe
@signed_in
def door(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of handing out a round, as far as the actor hands it out."""
    actor = request.actor  # type: ignore[attr-defined]
    reach = get_reach(actor, pk)
    context = {
        "round": reach.round, "progress": progress_of(reach), "runs": may_run(actor, reach.round),
        "handing": reach.round.state == Round.State.HANDING,
    }  # fmt: skip
    return render(request, "collecting/door.html", context)
