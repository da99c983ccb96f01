"""What all pages that ask before an act have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tongxin.core.refusals import Refused
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse


@dataclass(frozen=True)
class Asking:
    """The page's words: a title, a sentence, what the button does, and the way back."""

    title: str
    act: str
    back_url: str
    sentence: str = ""
    tone: str = "main"


def ask(
    request: HttpRequest,
    form: Form,
    asking: Asking,
    do: Callable[[dict[str, Any]], str | tuple[str, str]],
    template: str = "ui/act.html",
    **more: Any,
) -> HttpResponse:
    """Show the form, on its own page `ui/act.html` or on a `template` (`ui/upload.html` for one that takes a file); when it holds, `do` the act, which answers what to say and, unless that is the way back, where to go.

    A refusal stands at its field, status 422, and all that was typed stays.
    """
    if request.method == "POST" and form.is_valid():
        try:
            done = do(form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            said, url = done if isinstance(done, tuple) else (done, asking.back_url)
            messages.success(request, said)
            return redirect(url)
    answer = {"form": form, "asking": asking, **more}
    return render(request, template, answer, status=422 if request.method == "POST" else 200)
