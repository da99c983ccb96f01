"""How I hear of things."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.notices.actions import set_preferences
from tongxin.notices.forms.preferences import PreferencesForm
from tongxin.notices.queries.mine import wishes
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def preferences(request: HttpRequest) -> HttpResponse:
    """Address, which notices come there, the weekly letter."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    kept = wishes(actor)
    form = PreferencesForm(
        posted(request), initial={"email": kept.email, "mail": kept.mail, "digest": kept.digest}
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            set_preferences(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("记下了，以后照这样通知你。"))
            return redirect("desk:me")
    return render(request, "notices/preferences.html", {"form": form}, status=422 if form.errors else 200)
