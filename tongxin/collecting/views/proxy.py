"""A member lets a colleague fetch the pack, or takes that back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.collecting import actions
from tongxin.collecting.access import get_own
from tongxin.collecting.forms.own import ProxyForm
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse
from tongxin.ui.tapping import tapping


@require_http_methods(["GET", "POST"])
@signed_in
def proxy(request: HttpRequest, pk: int) -> HttpResponse:
    """Who fetches now, and a place to name somebody."""
    actor = request.actor  # type: ignore[attr-defined]
    own = get_own(actor, pk)
    form = ProxyForm(posted(request), union_id=own.person.union_id)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.name_proxy(actor=actor, now=clock.now(), round=own.round, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("告诉%(name)s了，拿他自己的码就能替你领。") % {"name": made.person.name})
            return redirect("collecting:proxy", pk=pk)
    named = own.proxies.filter(withdrawn_at=None).select_related("person").first()
    context = {"round": own.round, "form": form, "named": named}
    return render(request, "collecting/proxy.html", context, status=422 if form.errors else 200)


@require_POST
@signed_in
def proxy_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody fetches for the person any more."""
    actor = request.actor  # type: ignore[attr-defined]
    own = get_own(actor, pk)
    with tapping(request):
        actions.withdraw_proxy(actor=actor, now=clock.now(), round=own.round)
        messages.success(request, _("收回了，还是自己领。"))
    return redirect("collecting:proxy", pk=pk)
