"""Who has not fetched theirs: reasons, reminders, what each point must still have, why some never came."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.collecting import actions
from tongxin.collecting.access import get_reach
from tongxin.collecting.exports import TYPES, rest_book, sent
from tongxin.collecting.forms.handing import RestForm, WhyForm
from tongxin.collecting.models import Remainder
from tongxin.collecting.queries.rest import by_unit, left_at, rest_of, unexplained
from tongxin.collecting.queries.roll import unit_of_name, units_of
from tongxin.collecting.views.asking import asked
from tongxin.collecting.views.told import told_reasons
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse
from tongxin.welfare.access import get_round_to_run, may_run
from tongxin.welfare.models import Round


@require_http_methods(["GET", "POST"])
@signed_in
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """All without a receipt, unit by unit; a POST gives the ticked ones their reason."""
    actor = request.actor  # type: ignore[attr-defined]
    reach, form = get_reach(actor, pk), WhyForm(posted(request))
    ticked = set(form.lines())
    if request.method == "POST" and form.is_valid():
        try:
            counts = actions.explain(actor=actor, now=clock.now(), round=reach.round, lines=ticked, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, told_reasons(*counts))
            return redirect("collecting:rest", pk=pk)
    lines = rest_of(reach)
    context = {
        "round": reach.round, "units": by_unit(lines), "count": len(lines), "left": left_at(lines), "form": form,
        "handing": reach.round.state == Round.State.HANDING, "runs": may_run(actor, reach.round), "ticked": ticked,
        "said": Remainder.objects.filter(round=reach.round).first(), "waits": sum(line.to_remind for line in lines),
        "unsaid": sum(line.said is None for line in lines),
    }  # fmt: skip
    return render(request, "collecting/rest.html", context, status=422 if form.errors else 200)


@require_safe
@signed_in
def rest_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as a spreadsheet."""
    reach = get_reach(request.actor, pk)  # type: ignore[attr-defined]
    actions.print_list(actor=request.actor, now=clock.now(), reach=reach, kind="rest", form="xlsx")  # type: ignore[attr-defined]
    name = _("%(title)s还没领的") % {"title": reach.round.title}
    return sent(rest_book(reach), f"{name}.xlsx", TYPES["xlsx"])


@require_http_methods(["GET", "POST"])
@signed_in
def reminder(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then they are told; `?unit=` only those of one unit."""
    actor = request.actor  # type: ignore[attr-defined]
    reach = get_reach(actor, pk)
    unit = unit_of_name(units_of(reach), request.GET.get("unit", ""))

    def do(given: dict[str, Any]) -> str:
        told = actions.remind(actor=actor, now=clock.now(), round=reach.round, unit=unit)
        return ngettext("提醒了%(n)s人。", "提醒了%(n)s人。", told) % {"n": told}

    title = _("提醒%(unit)s还没领的人") % {"unit": unit.called} if unit else _("提醒还没领的人")
    back = reverse("collecting:rest", args=[pk])
    asking = Asking(title, _("提醒"), back, _("每人一天最多提醒一次，今天提醒过的不会再收到。"))
    return asked(request, reach.round, Form(posted(request)), asking, do)


@require_http_methods(["GET", "POST"])
@signed_in
def explanation(request: HttpRequest, pk: int) -> HttpResponse:
    """Why some were not collected; needed before the round is closed."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_round_to_run(actor, pk)
    said = Remainder.objects.filter(round=found).first()
    form = RestForm(posted(request), initial={"words": said.words if said else ""})

    def do(given: dict[str, Any]) -> str:
        actions.explain_rest(actor=actor, now=clock.now(), round=found, **given)
        return _("写下了。")

    count = unexplained(found)
    words = ngettext("还有%(n)s人没领，也没写为什么。", "还有%(n)s人没领，也没写为什么。", count) % {"n": count}
    asking = Asking(_("没领的，写一句为什么"), _("写下来"), reverse("collecting:rest", args=[pk]), words)
    return asked(request, found, form, asking, do)
