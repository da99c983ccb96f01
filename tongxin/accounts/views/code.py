"""The second step of signing in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_otp import login as otp_login
from django_otp import match_token

from tongxin.accounts.access import signed_in
from tongxin.accounts.forms.sign_in import CodeForm
from tongxin.accounts.views.sign_in import where_next
from tongxin.core.refusals import Refused


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the one-time code. django-otp slows down guessing."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        device = match_token(user, form.cleaned_data["code"].replace(" ", ""))
        if device is not None:
            otp_login(request, device)
            return redirect(where_next(request))
        form.refuse(Refused("second_factor.wrong", _("这个口令不对，或者试得太快了。等一会儿再输。"), field="code"))
    answer = {"form": form, "next": request.GET.get("next", "")}
    return render(request, "accounts/code.html", answer, status=422 if request.method == "POST" else 200)
