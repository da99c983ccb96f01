"""What was handed out: signed, taken back, exchanged, exported."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.collecting import actions
from tongxin.collecting.access import get_reach, get_receipt
from tongxin.collecting.exports import TYPES, receipts_book, sent
from tongxin.collecting.forms.handing import ExchangeForm, TakeBackForm
from tongxin.collecting.models import Receipt
from tongxin.collecting.views.asking import asked
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def signing(request: HttpRequest, receipt: int) -> HttpResponse:
    """The person signs on the officer's phone."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_receipt(actor, receipt)
    form = Form(posted(request))
    if request.method == "POST":
        try:
            actions.sign(actor=actor, now=clock.now(), receipt=found, sign=request.POST.get("sign", "")[:10_000])
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("签好了。"))
            return redirect(_back(found))
    context = {"round": found.entitled.round, "receipt": found, "form": form, "back_url": _back(found)}
    return render(request, "collecting/signing.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def taking_back(request: HttpRequest, receipt: int) -> HttpResponse:
    """A wrong scan, or goods that came back."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_receipt(actor, receipt)

    def do(given: dict[str, Any]) -> str:
        actions.take_back(actor=actor, now=clock.now(), receipt=found, **given)
        return _("撤销了，可以重新发。")

    title = _("撤销%(name)s的领取") % {"name": found.entitled.person.name}
    asking = Asking(title, pgettext("receipt", "撤销"), _back(found), _("原来那一条留着，写明撤销了。"), "bad")
    return asked(request, found.entitled.round, TakeBackForm(posted(request)), asking, do)


@require_http_methods(["GET", "POST"])
@signed_in
def exchanging(request: HttpRequest, receipt: int) -> HttpResponse:
    """Another pack instead of the one that was handed out."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_receipt(actor, receipt)
    form = ExchangeForm(posted(request), round=found.entitled.round, but=found.pack_id)

    def do(given: dict[str, Any]) -> str:
        made = actions.exchange(actor=actor, now=clock.now(), receipt=found, **given)
        return _("换成了%(pack)s。") % {"pack": made.pack}

    title = _("给%(name)s换一个礼包") % {"name": found.entitled.person.name}
    asking = Asking(title, pgettext("receipt", "换"), _back(found), _("先收回原来的，再发新的，两条都留着。"))
    return asked(request, found.entitled.round, form, asking, do)


@require_safe
@signed_in
def receipts(request: HttpRequest, pk: int) -> HttpResponse:
    """All receipts as a spreadsheet, those taken back too."""
    reach = get_reach(request.actor, pk)  # type: ignore[attr-defined]
    actions.print_list(actor=request.actor, now=clock.now(), reach=reach, kind="receipts", form="xlsx")  # type: ignore[attr-defined]
    name = _("%(title)s领取记录") % {"title": reach.round.title}
    return sent(receipts_book(reach), f"{name}.xlsx", TYPES["xlsx"])


def _back(receipt: Receipt) -> str:
    return reverse("collecting:person", args=[receipt.entitled.round_id, receipt.entitled_id])
