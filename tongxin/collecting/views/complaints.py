"""What was wrong with packs, for who runs the round."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.collecting import actions
from tongxin.collecting.access import get_complaint
from tongxin.collecting.forms.own import AnswerForm
from tongxin.collecting.queries.complaints import complaints_of
from tongxin.collecting.views.asking import asked
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking
from tongxin.ui.posting import posted
from tongxin.welfare.access import get_round_to_run


@require_safe
@signed_in
def complaints(request: HttpRequest, pk: int) -> HttpResponse:
    """All of a round, those without an answer first."""
    found = get_round_to_run(request.actor, pk)  # type: ignore[attr-defined]
    context = {"round": found, "said": complaints_of(found, clock.now())}
    return render(request, "collecting/complaints.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def answering(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what became of it."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_complaint(actor, pk)

    def do(given: dict[str, Any]) -> str:
        actions.answer_complaint(actor=actor, now=clock.now(), complaint=found, **given)
        return _("答复了，通知了本人。")

    title = _("答复%(name)s：%(kind)s") % {"name": found.entitled.person.name, "kind": found.get_kind_display()}
    back = reverse("collecting:complaints", args=[found.entitled.round_id])
    return asked(
        request, found.entitled.round, AnswerForm(posted(request)), Asking(title, _("答复"), back, found.words), do
    )
