"""Propose a rule of one's own unit."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import RULES_PROPOSE
from tongxin.rulebook.actions import propose_rule
from tongxin.rulebook.forms.rules import ProposalForm
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """What, how much, since when, and who decided it."""
    actor = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, RULES_PROPOSE)
    today = clock.today(clock.now())
    likely = {"effective_from": today, "occasion": request.GET.get("occasion", "")}
    form = ProposalForm(posted(request), actor=actor, initial=likely)
    if request.method == "POST" and form.is_valid():
        try:
            made = propose_rule(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("提好了。要另一个人确认才生效。"))
            return redirect("rulebook:rule", pk=made.pk)
    return render(request, "rulebook/new.html", {"form": form}, status=422 if form.errors else 200)
