"""What the pages of acts share: ask, act once, go back to the round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.welfare.actions.turning import require_possible
from tongxin.welfare.models import Round


def asked(
    request: HttpRequest, round: Round, key: str, form: Form, act: Callable[..., Any], *, words: tuple[str, str, str],
    tone: str = "main", back: str = "welfare:round", warned: Sequence[str] = (),
) -> HttpResponse:  # fmt: skip
    """The page of the act `key`; `words` are its button, its sentence and what the next page tells.

    `warned` stands in red before the button.
    An act that is not possible any more leads to the round as it stands; what another app still has against it is said here.
    """
    button, sentence, said = words
    url = reverse(back, args=[round.pk])
    try:
        require_possible(round, key)
    except Refused as refusal:
        if refusal.code == "welfare.not_yet":
            sentence = refusal.sentence
        elif request.method != "POST":
            raise
        else:
            messages.warning(request, refusal.sentence)
            return redirect(url)

    def do(given: dict[str, Any]) -> str:
        act(actor=request.actor, now=clock.now(), round=round, **given)  # type: ignore[attr-defined]
        return said

    return ask(
        request, form, Asking(button, button, url, sentence, tone), do, "welfare/act.html", round=round, warned=warned
    )
