"""One's own password."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tongxin.accounts.access import signed_in
from tongxin.accounts.actions.password import change_password
from tongxin.accounts.forms.password import ChangePasswordForm
from tongxin.accounts.views.sign_in import where_next
from tongxin.core import clock
from tongxin.core.refusals import Refused


@never_cache
@sensitive_post_parameters("old", "password", "again")
@signed_in
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change it; demanded at first sign-in where the office handed out an initial one."""
    user: Any = request.user
    form = ChangePasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        old, new = form.cleaned_data["old"], form.cleaned_data["password"]
        try:
            changed = change_password(user=user, now=clock.now(), old=old, new=new)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            update_session_auth_hash(request, changed)
            messages.success(request, _("密码改好了。"))
            return redirect(where_next(request))
    answer = {"form": form, "next": request.GET.get("next", ""), "demanded": user.must_change_password}
    return render(request, "accounts/password.html", answer, status=422 if request.method == "POST" else 200)
