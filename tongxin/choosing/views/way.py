"""How the pack comes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.choosing import actions
from tongxin.choosing.access import get_own
from tongxin.choosing.forms.way import ADDRESS, WayForm
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def way(request: HttpRequest, pk: int) -> HttpResponse:
    """Fetched, delivered or given away."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    own = get_own(actor, pk)
    kept = getattr(own, "way", None)
    initial = {name: getattr(kept, name) for name in ("kind", *ADDRESS)} if kept else {}
    if not initial.get("receiver"):
        initial |= {"receiver": own.person.name, "phone": own.person.phone}
    form = WayForm(posted(request), round=own.round, initial=initial)

    def do(given: dict[str, Any]) -> str:
        actions.set_way(actor=actor, now=clock.now(), own=own, **given)
        return _("记下了，截止前都能改。")

    back_url = reverse("welfare:round", args=[pk])
    asking = Asking(_("怎么领"), _("记下怎么领"), back_url, own.round.title)
    return ask(request, form, asking, do, "choosing/way.html", round=own.round)
