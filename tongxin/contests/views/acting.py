"""What the pages of acts on events share: a form, one act, back to where it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse


def ask(
    request: HttpRequest, activity: Activity, form: Form, do: Callable[..., Any], *,
    title: str, act: str, said: str, back_url: str, sentence: str = "",
) -> HttpResponse:  # fmt: skip
    """A page that asks before it acts: `do(**what was typed)`, then `said` at `back_url`."""
    if request.method == "POST" and form.is_valid():
        try:
            do(**form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, said)
            return redirect(back_url)
    context = {
        "activity": activity, "form": form, "title": title, "act": act, "sentence": sentence, "back_url": back_url,
    }  # fmt: skip
    return render(request, "contests/act.html", context, status=422 if form.errors else 200)
