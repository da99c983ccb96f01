"""Answering a temporary collection; reading the answers, for the two who may."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_collection_to_answer, get_collection_to_read
from tongxin.mobilisation.forms.collections import AnswerForm, kept_answer
from tongxin.mobilisation.queries.collections import told_page
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What for, who reads it, when it is erased; then the questions."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found, _asked = get_collection_to_answer(actor, pk)
    told = told_page(actor, found, clock.now())
    form = AnswerForm(posted(request), asks=found.asks, initial=kept_answer(told.answer))
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(actor=actor, now=clock.now(), collection=found, given=form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("填好了。到期前还能改，到日子就删。"))
            return redirect("mobilisation:answer", pk=pk)
    context = {"told": told, "collection": found, "form": form}
    return render(request, "mobilisation/answer.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first, because each reading is recorded; sent, the answers."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_collection_to_read(actor, pk)
    rows = None
    if request.method == "POST":
        try:
            rows = actions.read_answers(actor=actor, now=clock.now(), collection=found)
        except Refused as refusal:
            messages.warning(request, refusal.sentence)
            return redirect("mobilisation:answers", pk=pk)
    return render(request, "mobilisation/answers.html", {"collection": found, "rows": rows})
