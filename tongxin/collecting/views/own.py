"""A member's own side: the pass, saying “I have it”, and what is wrong with the pack."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.collecting import actions
from tongxin.collecting.access import get_own
from tongxin.collecting.forms.own import ComplaintForm
from tongxin.collecting.queries.own import own_side, receipt_words
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse
from tongxin.welfare.access import get_round


@require_safe
@signed_in
def own_pass(request: HttpRequest, pk: int) -> HttpResponse:
    """The pass alone, for the whole screen of a phone; kept by the phone for when there is no network."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_round(actor, pk)
    side = own_side(actor, found)
    got = receipt_words(side.receipt) if side and side.receipt else ""
    response = render(request, "collecting/pass.html", {"round": found, "side": side, "got": got})
    if side and side.waits:
        response["X-Offline"] = "keep"
    return response


@require_http_methods(["GET", "POST"])
@signed_in
def arrived(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then the person has it."""
    actor = request.actor  # type: ignore[attr-defined]
    own = get_own(actor, pk)
    form = Form(posted(request))
    if request.method == "POST":
        try:
            actions.confirm_own(actor=actor, now=clock.now(), round=own.round)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("记下了，收到了。"))
            return redirect("welfare:round", pk=pk)
    context = {
        "round": own.round, "form": form, "title": _("礼包收到了"), "act": _("收到了"), "back_url": reverse("welfare:round", args=[pk]),
        "sentence": _("快递送到了，或者同事帮你拿到了桌上，点一下，发的人就不再找你。"),
    }  # fmt: skip
    return render(request, "collecting/act.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """What is wrong with the own pack, and what was answered."""
    actor = request.actor  # type: ignore[attr-defined]
    own = get_own(actor, pk)
    form = ComplaintForm(request.POST, request.FILES) if request.method == "POST" else ComplaintForm()
    if request.method == "POST" and form.is_valid():
        try:
            actions.complain(actor=actor, now=clock.now(), round=own.round, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("记下了，答复了会通知你。"))
            return redirect("collecting:complaint", pk=pk)
    has = own.receipts.filter(undone_at=None).exists()
    context = {"round": own.round, "form": form, "said": list(own.complaints.all()), "has": has}
    return render(request, "collecting/complaint.html", context, status=422 if form.errors else 200)
