"""Sign a summary; open it again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.report import actions
from tongxin.report.access import SUMMARY_SIGN, get_summary
from tongxin.report.forms.summaries import SignForm
from tongxin.report.queries.texts import checked
from tongxin.ui.forms import ReasonForm


@signed_in
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the latest text."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk, right=SUMMARY_SIGN)
    start = {"signed_on": clock.today(clock.now()), "base": summary.latest}
    form = SignForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.sign(
                actor=actor, now=clock.now(), summary=summary, signed_on=given["signed_on"], base_number=given["base"],
                reason=given["reason"],
            )  # fmt: skip
            messages.success(request, _("签发了，文字已经锁定。"))
            return redirect("report:summary", pk=pk)
        except Refused as refusal:
            form.refuse(refusal)
    context = {"summary": summary, "form": form, "bad": len(checked(summary).bad)}
    return render(request, "report/summaries/sign.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a signed summary for writing."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk, right=SUMMARY_SIGN)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.reopen(actor=actor, now=clock.now(), summary=summary, reason=form.cleaned_data["reason"])
            return redirect("report:summary", pk=pk)
        except Refused as refusal:
            form.refuse(refusal)
    return render(
        request, "report/summaries/reopen.html", {"summary": summary, "form": form}, status=422 if form.errors else 200
    )
