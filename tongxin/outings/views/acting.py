"""What the pages of acts share: ask, act once, go back to the outing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.outings.actions.turning import require_possible
from tongxin.outings.models import Outing
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse


def asked(
    request: HttpRequest, outing: Outing, key: str, form: Form, act: Callable[..., Any], *, words: tuple[str, str, str], tone: str = "main",
    warned: Sequence[str] = (),
) -> HttpResponse:  # fmt: skip
    """The page of the act `key`; `words` are its button, its sentence and what the next page tells; `warned` stands in red before it.

    An act that is not possible any more leads to the outing as it stands.
    """
    button, sentence, said = words
    try:
        require_possible(outing, key)
    except Refused as refusal:
        if request.method != "POST":
            raise
        messages.warning(request, refusal.sentence)
        return redirect("outings:outing", pk=outing.pk)
    if request.method == "POST" and form.is_valid():
        try:
            act(actor=request.actor, now=clock.now(), outing=outing, **form.cleaned_data)  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, said)
            return redirect("outings:outing", pk=outing.pk)
    context = {
        "outing": outing, "activity": outing.activity, "form": form, "button": button, "sentence": sentence, "tone": tone, "warned": warned,
        "back_url": reverse("outings:outing", args=[outing.pk]),
    }  # fmt: skip
    return render(request, "outings/act.html", context, status=422 if form.errors else 200)
