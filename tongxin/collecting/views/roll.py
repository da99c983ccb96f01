"""The list that is ticked, and one of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongxin.collecting import actions
from tongxin.collecting.access import get_entitled, get_reach
from tongxin.collecting.forms.handing import GiveForm
from tongxin.collecting.forms.own import VouchForm
from tongxin.collecting.queries.progress import tally
from tongxin.collecting.queries.roll import STATES, one, roll, unit_of_name, units_of
from tongxin.collecting.views.asking import asked
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import people_known, signed_in
from tongxin.org.rules.rights import WELFARE_HAND_OUT
from tongxin.ui.asking import Asking
from tongxin.ui.posting import posted, refuse
from tongxin.ui.tapping import tapping
from tongxin.welfare.access import may_run
from tongxin.welfare.models import Round


@require_safe
@signed_in
def listing(request: HttpRequest, pk: int) -> HttpResponse:
    """The list, forty to a page; each name has its button, so it works without scripts."""
    reach = get_reach(request.actor, pk)  # type: ignore[attr-defined]
    typed, state, units = request.GET.get("q", "")[:40], request.GET.get("state", ""), units_of(reach)
    unit, state = unit_of_name(units, request.GET.get("unit", "")), state if state in STATES else ""
    context = {
        "round": reach.round, "typed": typed, "state": state, "units": units, "unit": unit, "tally": tally(reach),
        "page": roll(reach, typed, state, unit, request.GET.get("page", "1")),
        "handing": reach.round.state == Round.State.HANDING,
    }  # fmt: skip
    return render(request, "collecting/list.html", context)


@require_POST
@signed_in
def tick(request: HttpRequest, pk: int, entitled: int) -> HttpResponse:
    """Hands out to one of the list, and goes back to where it was ticked."""
    actor = request.actor  # type: ignore[attr-defined]
    _reach, held = get_entitled(actor, pk, entitled)
    with tapping(request):
        receipt, again = actions.hand_over(actor=actor, now=clock.now(), entitled=held)
        words = _("%(name)s早就领了，没有重复记。") if again else _("%(name)s领了%(pack)s。")
        messages.success(request, words % {"name": held.person.name, "pack": receipt.pack})
    back = request.POST.get("back", "")
    mine = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
    return redirect(back if mine else reverse("collecting:list", args=[pk]))


@require_http_methods(["GET", "POST"])
@signed_in
def person(request: HttpRequest, pk: int, entitled: int) -> HttpResponse:
    """One of the list: what to hand over, what speaks against it, all receipts there were. A POST hands out."""
    actor = request.actor  # type: ignore[attr-defined]
    reach, held = get_entitled(actor, pk, entitled)
    page = one(reach, held)
    start = {"point": page.point}
    form = GiveForm(posted(request), round=reach.round, needs_word=page.ticked.needs_word, initial=start)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.hand_over(
                actor=actor, now=clock.now(), entitled=held, point=given["point"].pk if given["point"] else None,
                why=given.get("why", ""), proxy=page.proxy.person if page.proxy and request.POST.get("proxy") else None,
            )  # fmt: skip
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("记下了。"))
            return redirect("collecting:person", pk=pk, entitled=entitled)
    context = {
        "round": reach.round, "page": page, "form": form, "handing": reach.round.state == Round.State.HANDING,
        "runs": may_run(actor, reach.round),
    }  # fmt: skip
    return render(request, "collecting/person.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def vouching(request: HttpRequest, pk: int, entitled: int) -> HttpResponse:
    """Puts a proxy down for one of the list."""
    actor = request.actor  # type: ignore[attr-defined]
    reach, held = get_entitled(actor, pk, entitled)
    known = people_known(actor, WELFARE_HAND_OUT)
    form = VouchForm(posted(request), union_id=held.person.union_id, known=known)

    def do(given: dict[str, Any]) -> str:
        made = actions.vouch_proxy(actor=actor, now=clock.now(), entitled=held, **given)
        return _("记了%(name)s代领，两个人都通知了。") % {"name": made.person.name}

    title = _("给%(name)s记一个代领人") % {"name": held.person.name}
    asking = Asking(title, _("记代领人"), reverse("collecting:person", args=[pk, entitled]))
    return asked(request, reach.round, form, asking, do)
