"""What the pages of acts share: ask, act once, go back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse


def asked(
    request: HttpRequest,
    form: Form,
    act: Callable[..., Any],
    *,
    back: str,
    said: str,
    heading: str,
    button: str,
    title: str = "",
    sentence: str = "",
    tone: str = "main",
    given: Callable[[], dict[str, Any]] | None = None,
    **what: Any,
) -> HttpResponse:
    """The page of one act: its form, and when sent the act itself on `what`; `back` is the page before and after it."""
    if request.method == "POST" and form.is_valid():
        values = given() if given else form.cleaned_data
        try:
            act(actor=request.actor, now=clock.now(), **what, **values)  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, said)
            return redirect(back)
    context = {
        "heading": heading, "title": title or heading, "act": button, "form": form, "back_url": back, "sentence": sentence, "tone": tone,
    }  # fmt: skip
    return render(request, "mobilisation/asked.html", context, status=422 if form.errors else 200)
