"""The page behind a link: who asks, what for, until when, what is seen and what is not. Nobody signs in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.partners import actions
from tongxin.partners.access import by_secret
from tongxin.partners.forms.links import NameForm
from tongxin.partners.hooks import Purpose
from tongxin.partners.models import Link
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The step, or one sentence why it cannot be done."""
    try:
        page = _page(request, token)
    except Refused as refusal:
        page = render(request, "partners/closed.html", {"refusal": refusal}, status=refusal.status)
    page["X-Robots-Tag"] = "noindex, nofollow"
    # Never to another site; to our own it must be told, else a browser sends the form from nowhere (Origin: null).
    page["Referrer-Policy"] = "same-origin"
    return page


def _page(request: HttpRequest, token: str) -> HttpResponse:
    now = clock.now()
    link, purpose = by_secret(token)
    actions.require_open(link, purpose, now)
    actions.see(link=link, now=now)
    name = NameForm(posted(request), initial={"who": link.answered_by})
    form = purpose.form(link, posted(request), request.GET)
    # Both are held against what was sent, so that every gap is told at once.
    if request.method == "POST" and all([name.is_valid(), form.is_valid()]):
        said = _answered(link, purpose, name, form)
        if said is not None:
            messages.success(request, _("记下了，谢谢。") if not said else _("存好了，接着看。"))
            return redirect(reverse("partners:answer", args=[token]) + (f"?{said}" if said else ""))
    context: dict[str, Any] = {
        "link": link, "purpose": purpose, "name": name, "form": form, "asked": purpose.ask(link, request.GET),
    }  # fmt: skip
    return render(request, "partners/answer.html", context, status=422 if request.method == "POST" else 200)


def _answered(link: Link, purpose: Purpose, name: NameForm, form: Form) -> str | None:
    """The query to go on with; None where the answer was refused, which then stands in a form."""
    who = name.cleaned_data["who"]
    try:
        return actions.answer(link=link, purpose=purpose, now=clock.now(), name=who, cleaned=form.cleaned_data)
    except Refused as refusal:
        refuse(name if refusal.field == "who" else form, refusal)
        return None
