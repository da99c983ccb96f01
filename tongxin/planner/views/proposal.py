"""A proposal: read it, take lines over, leave lines, take it back, throw it away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.plan.access import powers
from tongxin.planner import actions
from tongxin.planner.access import get_proposal, may_change
from tongxin.planner.forms.deciding import AcceptForm, LinesForm
from tongxin.planner.models import Proposal
from tongxin.planner.queries.proposal_page import proposal_page
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse
from tongxin.ui.words import listed

LOOKS_AGAIN = "4"  # seconds


@signed_in
@require_safe
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Lines with their reasons, the year with both, how good it is; while it is worked out, the page looks again by itself."""
    found = get_proposal(request.actor, pk)  # type: ignore[attr-defined]
    return _page(request, found, AcceptForm(proposal=found))


@signed_in
@require_POST
def acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the ticked lines over, with one reason."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_proposal(actor, pk, change=True)
    form = AcceptForm(request.POST, proposal=found)
    if form.is_valid():
        try:
            done = actions.accept(actor=actor, now=clock.now(), proposal=found, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            _say(request, done)
            return redirect("planner:proposal", pk=pk)
    return _page(request, found, form)


@signed_in
@require_POST
def refusal(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave the ticked lines as they are today."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_proposal(actor, pk, change=True)
    form = LinesForm(request.POST, proposal=found)
    if form.is_valid():
        try:
            count = actions.decline(actor=actor, now=clock.now(), proposal=found, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(
                request, ngettext("%(n)s项不改，照原来办。", "%(n)s项不改，照原来办。", count) % {"n": count}
            )
            return redirect("planner:proposal", pk=pk)
    return _page(request, found, form)


@signed_in
@require_http_methods(["GET", "POST"])
def undoing(request: HttpRequest, pk: int) -> HttpResponse:
    """Put everything back as it was before the proposal was accepted."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_proposal(actor, pk, change=True)
    back = reverse("planner:proposal", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        undone = actions.undo(actor=actor, now=clock.now(), proposal=found)
        if not undone.left:
            return _("撤回了，和采纳以前一样。有关的人都收到了通知。"), back
        titles = listed(move.activity.title for move in undone.left)
        return _("撤回了。%(titles)s后来有人改过，没有动。") % {"titles": titles}, back

    sentence = _("采纳过的各项回到采纳以前的日子和形式，通知有关的人。后来又有人改过的不动。")
    return ask(request, Form(posted(request)), Asking(_("撤回这次重排"), _("撤回重排"), back, sentence, "bad"), do)


@signed_in
@require_http_methods(["GET", "POST"])
def removal(request: HttpRequest, pk: int) -> HttpResponse:
    """The proposal is not wanted."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    found = get_proposal(actor, pk, change=True)
    then = f"{reverse('planner:planner', args=[found.year])}?unit={found.unit_id}"

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.drop(actor=actor, now=clock.now(), proposal=found)
        return _("这个方案不要了，活动一项没动。"), then

    asking = Asking(
        _("不要这个方案"), _("不要方案"), reverse("planner:proposal", args=[pk]), _("活动一项都不会动，以后还能再算。")
    )
    return ask(request, Form(posted(request)), asking, do)


def _say(request: HttpRequest, done: actions.Accepted) -> None:
    count = len(done.done)
    said = ngettext("采纳了%(n)s项，有关的人都收到了通知。", "采纳了%(n)s项，有关的人都收到了通知。", count) % {
        "n": count
    }
    messages.success(request, said)
    if done.touched:
        titles = listed(move.activity.title for move in done.touched)
        messages.warning(request, _("%(titles)s：排好以后情况变了，没有动。") % {"titles": titles})


def _page(request: HttpRequest, found: Proposal, form: Form) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    page = proposal_page(found, clock.now())
    ticked = {whole(one) for one in request.POST.getlist("lines")} if form.is_bound else None
    answer = {
        "page": page, "proposal": found, "unit": found.unit, "year": found.year, "at": "planner", "form": form,
        "ticked": ticked if ticked is not None else {line.move.pk for line in page.open_lines},
        "powers": powers(actor, found.unit), "changes": may_change(actor, found.unit),
        "deciding": found.is_open and may_change(actor, found.unit),
        "accept_form": form if isinstance(form, AcceptForm) else AcceptForm(proposal=found),
    }  # fmt: skip
    shown = render(request, "planner/proposal.html", answer, status=422 if form.errors else 200)
    if found.state == Proposal.State.WANTED:
        shown.headers["Refresh"] = LOOKS_AGAIN
    return shown
