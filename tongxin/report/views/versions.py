"""Versions of a summary: the list, two of them compared, one brought back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.report import actions
from tongxin.report.access import SUMMARY_WRITE, get_summary
from tongxin.report.models import Summary
from tongxin.report.rules import diff
from tongxin.report.rules.body import load


@signed_in
@require_safe
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """All versions, the latest first."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk)
    context = {"summary": summary, "versions": summary.versions.defer("body"), "may_write": _may_write(actor, summary)}
    return render(request, "report/summaries/versions.html", context)


@signed_in
@require_safe
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed from version `a` to version `b`."""
    summary = get_summary(request.actor, pk)  # type: ignore[attr-defined]
    numbers = [_number(request.GET.get(name), summary) for name in ("a", "b")]
    old, new = (get_object_or_404(summary.versions, number=number) for number in sorted(numbers))
    blocks = diff.compare(load(old.body), load(new.body))
    return render(
        request, "report/summaries/compare.html", {"summary": summary, "old": old, "new": new, "blocks": blocks}
    )


@signed_in
@require_POST
def restore(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Go on from an older text: it becomes the next version, all others stay."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk, right=SUMMARY_WRITE)
    old = get_object_or_404(summary.versions, number=number)
    note = _("回到第%(n)s稿") % {"n": number}
    actions.save_version(
        actor=actor, now=clock.now(), summary=summary, body=load(old.body), base_number=summary.latest, note=note
    )
    return redirect("report:summary", pk=pk)


def _may_write(actor: Any, summary: Summary) -> bool:
    return summary.state != Summary.State.SIGNED and actor.may(SUMMARY_WRITE, summary.unit)


def _number(given: str | None, summary: Summary) -> int:
    number = whole(given)
    return summary.latest if number is None else number
