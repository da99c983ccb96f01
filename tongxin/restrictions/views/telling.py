"""Telling those concerned."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.restrictions import actions
from tongxin.restrictions.access import get_restriction_to_change
from tongxin.ui.tapping import tapping


@require_POST
@signed_in
def telling(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice, once."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    restriction = get_restriction_to_change(actor, pk)
    with tapping(request):
        count = actions.tell_concerned(actor=actor, now=clock.now(), restriction=restriction)
        messages.success(request, ngettext("通知了%(n)s人。", "通知了%(n)s人。", count) % {"n": count})
    return redirect("restrictions:restriction", pk=pk)
