"""The counts of a temporary collection, and erasing it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_collection, get_collection_to_change
from tongxin.mobilisation.forms.calls import NothingForm
from tongxin.mobilisation.queries.collections import counts_page
from tongxin.mobilisation.views.asking import asked
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.ui.posting import posted


@require_safe
@signed_in
def collection(request: HttpRequest, pk: int) -> HttpResponse:
    """How many answered, who has not; never what."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_collection(actor, pk)
    may = actor.may(PEOPLE_CHANGE, found.unit) and found.erased_at is None
    context = {"collection": found, "page": counts_page(actor, found, clock.now()), "may_erase": may}
    return render(request, "mobilisation/collection.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def erasure(request: HttpRequest, pk: int) -> HttpResponse:
    """At once."""
    found = get_collection_to_change(request.actor, pk)  # type: ignore[attr-defined]
    return asked(
        request, NothingForm(posted(request)), actions.erase_collection, back=reverse("mobilisation:collection", args=[pk]),
        said=_("单份都删掉了，只剩合计。"), heading=_("现在就删掉"), button=_("删掉单份"), title=found.title, tone="bad",
        sentence=_("每个人填的都删掉，找不回来；没填的也不用再填。合计留着。"), collection=found,
    )  # fmt: skip
