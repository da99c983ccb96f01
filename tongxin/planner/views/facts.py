"""What officers tell the planner: a year's activities in a table, or one of them in full."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.plan.access import powers
from tongxin.planner import actions
from tongxin.planner.access import get_planned, get_unit
from tongxin.planner.forms.facts import FactsForm, RowForm
from tongxin.planner.queries.choices import officers_for, others_for, payers_for
from tongxin.planner.queries.facts_table import facts_of_one, facts_table
from tongxin.ui.posting import posted, refuse


@signed_in
@require_http_methods(["GET", "POST"])
def table(request: HttpRequest, year: int) -> HttpResponse:
    """Go through a year's activities; rows that the reader may not run are only shown."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"))
    page = facts_table(actor, unit, year, clock.now(), request.GET.get("page"))
    rows = [
        (one, RowForm(posted(request) if one.changes else None, guessed=one, prefix=f"f{one.known.activity.pk}"))
        for one in page
    ]
    if request.method == "POST" and _save(actor, [(one, form) for one, form in rows if one.changes]):
        messages.success(request, _("记下了。下次重排照这些来。"))
        return redirect(request.get_full_path())
    answer = {"rows": rows, "page": page, "unit": unit, "year": year, "at": "planner", "powers": powers(actor, unit)}
    return render(request, "planner/facts_table.html", answer, status=422 if request.method == "POST" else 200)


def _save(actor: Any, rows: list[tuple[Any, RowForm]]) -> bool:
    """Whether all rows were good and were kept; else none is."""
    sound = [form.is_valid() for _one, form in rows]
    if not all(sound):
        return False
    now = clock.now()
    with transaction.atomic():
        for one, form in rows:
            if form.has_changed():
                try:
                    actions.set_facts(actor=actor, now=now, activity=one.known.activity, **form.facts())
                except Refused as refusal:
                    refuse(form, refusal)
                    transaction.set_rollback(True)
                    return False
    return True


@signed_in
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that can be told of one activity."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    activity = get_planned(actor, pk)
    guessed = facts_of_one(activity, clock.now())
    back = reverse("activities:activity", args=[pk])
    if guessed is None:
        messages.warning(request, _("“%(title)s”的日子已经不会再排，不用填。") % {"title": activity.title})
        return redirect(back)
    choices: dict[str, Any] = {
        "officers": officers_for(activity), "units": payers_for(activity), "others": others_for(actor, activity)
    }  # fmt: skip
    form = FactsForm(posted(request), guessed=guessed, **choices)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_facts(actor=actor, now=clock.now(), activity=activity, **form.facts())
        except Refused as refusal:
            refuse(form, refusal)
        else:
            count = len(form.changed_data)
            messages.success(
                request,
                ngettext("记下了%(n)s处，空着的照猜的来。", "记下了%(n)s处，空着的照猜的来。", count) % {"n": count},
            )
            return redirect(back)
    answer = {"form": form, "activity": activity, "back_url": back}
    return render(request, "planner/facts.html", answer, status=422 if form.errors else 200)
