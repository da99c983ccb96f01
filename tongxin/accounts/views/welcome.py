"""First use, by an invitation link."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tongxin.accounts.actions.invitation import accept_invitation, invited
from tongxin.accounts.forms.password import NewPasswordForm
from tongxin.core import clock
from tongxin.core.refusals import Refused


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """Set the first password, then sign in with it."""
    user = invited(uid, token)
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            accept_invitation(uid=uid, token=token, password=form.cleaned_data["password"], now=clock.now())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("密码设好了，用它登录。"))
            return redirect("accounts:sign_in")
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/welcome.html", {"form": form, "user_name": user.name}, status=status)
