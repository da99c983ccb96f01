"""What the pages of acts share: ask, act once, go back to the activity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.actions.turning import require_possible
from tongxin.activities.models import Activity
from tongxin.activities.queries.warned import warned_before
from tongxin.activities.words import button_of, label_of
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse


def asked(
    request: HttpRequest,
    activity: Activity,
    key: str,
    form: Form,
    act: Callable[..., Any],
    *,
    said: str,
    sentence: str = "",
    then: str = "activities:activity",
) -> HttpResponse:
    """The page of the act `key`: its form, and when sent the act itself.

    `said` is what the next page (`then`) tells. An act that is not possible now refuses before anything is asked;
    sent twice, or from a page that lay open, it leads to the activity as it stands.
    """
    try:
        require_possible(activity, key)
    except Refused as refusal:
        if request.method != "POST":
            raise
        messages.warning(request, refusal.sentence)
        return redirect("activities:activity", pk=activity.pk)
    if request.method == "POST" and form.is_valid():
        try:
            act(actor=request.actor, now=clock.now(), activity=activity, **form.cleaned_data)  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, said)
            return redirect(then, pk=activity.pk)
    heading = _("%(act)s：%(title)s") % {"act": label_of(key, activity), "title": activity.title}
    context = {
        "activity": activity, "form": form, "heading": heading, "sentence": sentence,
        "warned": warned_before(key, activity, clock.now()), "button": button_of(key, activity),
        "back_url": reverse("activities:activity", args=[activity.pk]), "tone": "bad" if key == "cancel" else "main",
    }  # fmt: skip
    return render(request, "activities/act.html", context, status=422 if form.errors else 200)
