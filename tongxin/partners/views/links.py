"""The links of one thing: those that were made, and one more."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.partners import actions
from tongxin.partners.access import get_link_to_revoke, get_thing
from tongxin.partners.forms.links import LinkForm, partner_units
from tongxin.partners.queries.links import links_of
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def links(request: HttpRequest, purpose: str, thing: int) -> HttpResponse:
    """Every link with what became of it; a new one shows its address here, this once."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    found, about = get_thing(actor, purpose, thing)
    form, address = LinkForm(posted(request), units=partner_units(about.unit)), ""
    if request.method == "POST" and form.is_valid():
        try:
            _link, path = actions.make_link(actor=actor, now=now, purpose=purpose, thing_id=thing, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            address = request.build_absolute_uri(path)
    context = {
        "purpose": found, "about": about, "form": form, "address": address, "links": links_of(purpose, thing, now),
    }  # fmt: skip
    return render(request, "partners/links.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def revocation(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    link, about = get_link_to_revoke(actor, pk)

    def do(_given: dict[str, Any]) -> str:
        actions.revoke(actor=actor, now=clock.now(), link=link)
        return _("收回了，那个链接打不开了。")

    words = _("%(unit)s手里的链接马上打不开；他们已经填的都留着。") % {"unit": link.unit.called}
    asking = Asking(_("收回链接"), _("收回链接"), about.url, words, "bad")
    return ask(request, Form(posted(request)), asking, do, "partners/revocation.html")
