"""The state of the installation, for its operator."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.desk.queries.health import examine
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import SYSTEM_OPERATE


@signed_in
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What `tongxin doctor` says."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, SYSTEM_OPERATE)
    return render(request, "desk/status.html", {"checks": examine()})
