"""What the pages of a door share: ask before an act, go back to the door, tell what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tongxin.core.refusals import Refused
from tongxin.signups.models import Slot
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse


def at_door(slot: Slot, name: str = "door", **more: Any) -> str:
    """The address of a page of this door."""
    return reverse(f"attendance:{name}", kwargs={"pk": slot.activity_id, "slot": slot.pk, **more})


def ask(
    request: HttpRequest, slot: Slot, form: Form, do: Callable[..., Any], *,
    title: str, act: str, said: str, back: str = "", sentence: str = "", tone: str = "main",
) -> HttpResponse:  # fmt: skip
    """A page that asks before it acts: `do(**what was typed)`, then `said` on the page it came from."""
    back_url = back or at_door(slot)
    if request.method == "POST" and form.is_valid():
        try:
            do(**form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, said)
            return redirect(back_url)
    context = {
        "slot": slot, "form": form, "title": title, "act": act, "sentence": sentence, "tone": tone, "back_url": back_url,
    }  # fmt: skip
    return render(request, "attendance/act.html", context, status=422 if form.errors else 200)
