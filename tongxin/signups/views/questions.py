"""An activity's own questions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.access import get_activity_to_run
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.signups import actions
from tongxin.signups.forms.questions import question_forms
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    """A short table; an empty line is no question."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    lines = question_forms(posted(request), list(activity.questions.all()))
    refusal = None
    if request.method == "POST" and all(line.is_valid() for line in lines):
        wanted = [question for line in lines if (question := line.wanted())]
        try:
            actions.set_questions(actor=request.actor, now=clock.now(), activity=activity, questions=wanted)  # type: ignore[attr-defined]
        except Refused as refused:
            if refused.status != 422:
                raise
            refusal = refused
        else:
            messages.success(request, _("问题存好了。"))
            return redirect("activities:activity", pk=pk)
    bad = refusal is not None or any(line.errors for line in lines)
    context = {"activity": activity, "lines": lines, "refusal": refusal}
    return render(request, "signups/questions.html", context, status=422 if bad else 200)
