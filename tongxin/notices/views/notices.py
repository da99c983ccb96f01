"""One's own notices."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.notices.queries.mine import own_notices, unread
from tongxin.org.access import signed_in


@require_safe
@signed_in
def notices(request: HttpRequest) -> HttpResponse:
    """The newest first, in either room."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    page, lines = own_notices(actor, whole(request.GET.get("page")) or 1)
    now = clock.today(clock.now())
    return render(
        request, "notices/notices.html", {"page": page, "lines": lines, "unread": unread(actor), "today": now}
    )
