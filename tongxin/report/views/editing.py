"""Changing a text: words of a block, its place, remarks put right."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.report import actions
from tongxin.report.access import SUMMARY_WRITE, get_summary
from tongxin.report.drafting.told import blocks_for
from tongxin.report.forms.summaries import ArrangeForm, EditForm, FixForm, KeepForm
from tongxin.report.models import Summary
from tongxin.report.queries.editor import editor
from tongxin.report.queries.texts import latest
from tongxin.report.rules import tokens
from tongxin.report.rules.body import load


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The words of one block, as one line with tokens."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk, right=SUMMARY_WRITE)
    form = EditForm(
        request.POST or None, initial=None if request.POST else _block(summary, request.GET.get("block", ""))
    )
    if request.method == "GET" or not form.is_valid():
        return render(
            request,
            "report/summaries/edit.html",
            {"summary": summary, "form": form},
            status=422 if form.errors else 200,
        )
    given = form.cleaned_data
    try:
        actions.edit_block(
            actor=actor, now=clock.now(), summary=summary, block_id=given["block"], text=given["text"],
            base_number=given["base"], kind=given["kind"],
        )  # fmt: skip
    except Refused as refusal:
        return _refused(request, summary, form, refusal)
    return _back(request, summary, given["block"])


@signed_in
@require_POST
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """Move, remove, add; insert a wording; write a finding in."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk, right=SUMMARY_WRITE)
    form = ArrangeForm(request.POST)
    if not form.is_valid():
        raise Http404
    given = form.cleaned_data
    common = {"actor": actor, "now": clock.now(), "summary": summary, "base_number": given["base"]}
    block, act = given["block"], given["act"]
    if act in ("up", "down"):
        actions.move_block(block_id=block, steps=-1 if act == "up" else 1, **common)
    elif act == "remove":
        actions.remove_block(block_id=block, **common)
    elif act == "below":
        actions.add_block(after=block, text=_("新的一段。"), **common)
    else:
        note = _("插入提法") if act == "wording" else _("写进一条问题")
        actions.add_written(after=block, blocks=blocks_for(summary, act, given["what"]), note=note, **common)
    return _back(request, summary, block)


@signed_in
@require_POST
def fix(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one remark right: place a figure, or take today's value."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk, right=SUMMARY_WRITE)
    form = FixForm(request.POST)
    if not form.is_valid():
        raise Http404
    given = form.cleaned_data
    common = {"actor": actor, "now": clock.now(), "summary": summary, "base_number": given["base"]}
    if given["act"] == "place":
        actions.place_figure(block_id=given["block"], quote=given["quote"], reference=given["ref"], **common)
    else:
        actions.refresh_figures(block_id=given["block"], reference=given["ref"], **common)
    return _back(request, summary, given["block"])


@signed_in
@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a figure that differs from the records, with a reason."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk, right=SUMMARY_WRITE)
    form = KeepForm(
        request.POST or None, initial={name: request.GET.get(name, "") for name in ("block", "base", "ref")}
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.keep_figure(
                actor=actor, now=clock.now(), summary=summary, block_id=given["block"], reference=given["ref"],
                reason=given["reason"], base_number=given["base"],
            )  # fmt: skip
            return _back(request, summary, given["block"])
        except Refused as refusal:
            form.refuse(refusal)
    return render(
        request, "report/summaries/keep.html", {"summary": summary, "form": form}, status=422 if form.errors else 200
    )


@signed_in
@require_POST
def refresh(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring every figure up to the records."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    summary = get_summary(actor, pk, right=SUMMARY_WRITE)
    actions.refresh_figures(actor=actor, now=clock.now(), summary=summary)
    return _back(request, summary, "")


def _block(summary: Summary, block_id: str) -> dict[str, Any]:
    block = load(latest(summary).body).block(block_id)
    if block is None:
        raise Http404
    return {"block": block.id, "base": summary.latest, "kind": block.kind, "text": tokens.write(block.runs)}


def _refused(request: HttpRequest, summary: Summary, form: EditForm, refusal: Refused) -> HttpResponse:
    """Nothing typed is lost: the text stays in the form, beside what others wrote."""
    form.refuse(refusal)
    context = {"summary": summary, "form": form, "refusal": refusal}
    if not request.headers.get("HX-Request"):
        return render(request, "report/summaries/edit.html", context, status=refusal.status)
    answer = render(request, "report/summaries/_refused.html", context, status=422)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#notice", "innerHTML"
    return answer


def _back(request: HttpRequest, summary: Summary, block: str) -> HttpResponse:
    """The page again: as parts for a script, else by a redirect to the block."""
    if request.headers.get("HX-Request"):
        page = editor(get_summary(request.actor, summary.pk), request.actor)  # type: ignore[attr-defined]
        return render(request, "report/summaries/_saved.html", {"editor": page})
    return redirect(reverse("report:summary", args=[summary.pk]) + (f"#{block}" if block else ""))
