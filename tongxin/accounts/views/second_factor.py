"""Setting up the second factor."""

from __future__ import annotations

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django_otp import login as otp_login

from tongxin.accounts.access import signed_in
from tongxin.accounts.actions import second_factor as acts
from tongxin.accounts.forms.sign_in import CodeForm
from tongxin.core import clock
from tongxin.core.refusals import Refused


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Scan, type the six digits, keep the recovery codes; or see that it is set up."""
    user: Any = request.user
    if must_verify(user):
        return _verify_first(request)
    if acts.has_second_factor(user) and not request.GET.get("again"):
        return render(request, "accounts/second_factor_on.html", {"demanded": user.must_use_second_factor})
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            device, codes = acts.confirm_second_factor(user=user, code=form.cleaned_data["code"], now=clock.now())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            otp_login(request, device)
            return render(request, "accounts/recovery_codes.html", {"codes": codes})
    device = acts.pending_device(user)
    picture = segno.make(device.config_url, error="m").svg_data_uri(scale=5, border=2, dark="#1d1b19")
    answer = {"form": form, "picture": picture, "secret": device.config_url.partition("secret=")[2].partition("&")[0]}
    return render(request, "accounts/second_factor.html", answer, status=422 if request.method == "POST" else 200)


@signed_in
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Do without it again."""
    user: Any = request.user
    if must_verify(user):
        return _verify_first(request)
    acts.remove_second_factor(user=user, now=clock.now())
    messages.success(request, _("动态口令停用了。"))
    return redirect("accounts:second_factor")


def must_verify(user: Any) -> bool:
    """Whether the session has not shown its second factor: a password alone may neither replace nor remove the device."""
    return acts.has_second_factor(user) and not user.is_verified()


def _verify_first(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('accounts:code')}?{urlencode({'next': request.get_full_path()})}")
