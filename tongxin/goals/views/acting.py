"""What the pages of goals have in common: form, act, refusal, and the way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tongxin.core.refusals import Refused
from tongxin.org.models import Unit
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse


@dataclass(frozen=True)
class Asking:
    """A page's words: a title, what the button does, the way back, a sentence."""

    title: str
    act: str
    back_url: str
    sentence: str = ""
    tone: str = "main"


def ask(
    request: HttpRequest,
    form: Form,
    asking: Asking,
    do: Callable[[dict[str, Any]], str],
    template: str = "goals/act.html",
    **more: Any,
) -> HttpResponse:
    """Show the form; when it holds, `do` the act, which answers what to say; then go back.

    A refusal stands at its field, status 422, and all that was typed stays.
    """
    if request.method == "POST" and form.is_valid():
        try:
            said = do(form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, said)
            return redirect(asking.back_url)
    answer = {"form": form, "asking": asking, **more}
    return render(request, template, answer, status=422 if request.method == "POST" else 200)


def tree_url(unit: Unit, year: int) -> str:
    """The address of a unit's goals."""
    return f"{reverse('goals:goals', args=[year])}?unit={unit.pk}"


def split(measure: str) -> dict[str, str]:
    """`key:part` as key and part."""
    key, _colon, part = measure.partition(":")
    return {"key": key, "part": part}
