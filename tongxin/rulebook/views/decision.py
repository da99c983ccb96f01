"""Confirm or decline a version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import RULES_CONFIRM
from tongxin.rulebook.access import get_rule_to_decide, units_to_rule
from tongxin.rulebook.actions import confirm_rule, decline_rule
from tongxin.rulebook.forms.rules import DecisionForm
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def confirmation(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person says yes."""
    return _asked(request, pk, confirm_rule, _("确认这条规则"), _("确认了，从那天起按它办。"))


@require_http_methods(["GET", "POST"])
@signed_in
def refusal(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person says no."""
    return _asked(request, pk, decline_rule, _("不采纳这条规则"), _("记下了，这一条不采纳。"))


def _asked(request: HttpRequest, pk: int, act: Callable[..., Any], button: str, said: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    rule = get_rule_to_decide(actor, pk)
    form = DecisionForm(posted(request), rule=rule)
    if act is decline_rule:
        form.fields.pop("since", None)
    if request.method == "POST" and form.is_valid():
        unit = rule.unit or units_to_rule(actor, RULES_CONFIRM)[0]
        try:
            act(actor=actor, now=clock.now(), rule=rule, unit=unit, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, said)
            return redirect("rulebook:rule", pk=pk)
    context = {
        "rule": rule, "form": form, "button": button, "back_url": reverse("rulebook:rule", args=[pk]),
        "tone": "bad" if act is decline_rule else "main",
    }  # fmt: skip
    return render(request, "rulebook/decision.html", context, status=422 if form.errors else 200)
