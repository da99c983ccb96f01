"""The officer's phone at the door: the page with the camera, and what it sends."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.attendance import actions
from tongxin.attendance.access import get_slot_to_run
from tongxin.attendance.forms.door import CodeForm
from tongxin.attendance.queries.door import door_of, latest
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.words import hour, moment

TONES = {"in": "ok", "again": "warn"}


@require_http_methods(["GET", "POST"])
@signed_in
def scan(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """Camera, digits, the last answer. Without scripts the digits are sent as a form and answered on the page.

    The page names nobody, so a phone may keep it for when the network drops.
    """
    actor = request.actor  # type: ignore[attr-defined]
    held, answer, status = get_slot_to_run(actor, pk, slot), None, 200
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            answer = _told(_sent(request, pk, slot, [actions.Scan("", form.cleaned_data["code"])])[0])
        except Refused as refusal:
            if refusal.status != 422:
                raise
            form.refuse(refusal)
        status, form = (422, form) if answer is None or answer["tone"] == "bad" else (200, CodeForm())
    context = {
        "activity": held.activity, "slot": held, "door": door_of(held), "latest": latest(held) if answer else [],
        "form": form, "answer": answer, "queue": f"tongxin.scans.{actor.user_id}.{slot}",
    }  # fmt: skip
    response = render(request, "attendance/scan.html", context, status=422 if form.errors else status)
    if request.method == "GET":
        response["X-Offline"] = "keep"
    return response


@require_POST
@signed_in
def scans(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """What a phone scanned, one or a queue: lists of `key`, `code`, `at` of the same length. Answers each, as JSON."""
    keys, codes, moments = (request.POST.getlist(name) for name in ("key", "code", "at"))
    if not len(keys) == len(codes) == len(moments):
        return JsonResponse({"sentence": _("送来的不完整，再送一次。"), "answers": []}, status=422)
    sent = [actions.Scan(*each[:2], _moment(each[2])) for each in zip(keys, codes, moments, strict=True)]
    try:
        answers = _sent(request, pk, slot, sent)
    except Refused as refusal:
        return JsonResponse({"sentence": refusal.sentence, "code": refusal.code, "answers": []}, status=refusal.status)
    return JsonResponse({"answers": [_told(answer) for answer in answers]})


def _sent(request: HttpRequest, pk: int, slot: int, sent: list[actions.Scan]) -> list[actions.Answer]:
    actor = request.actor  # type: ignore[attr-defined]
    if len(sent) == 1:
        return [actions.check_in_soon(actor=actor, now=clock.now(), activity=pk, slot=slot, scan=sent[0])]
    return actions.check_in_many(actor=actor, now=clock.now(), activity=pk, slot=slot, scans=sent)


def _told(answer: actions.Answer) -> dict[str, Any]:
    """An answer as the phone shows it: a tone, a big line, a small one."""
    words = answer.words or answer.unit
    if answer.code == "again" and answer.at:
        at = hour(answer.at) if clock.today(answer.at) == clock.today(clock.now()) else moment(answer.at)
        words = _("已签到，%(at)s") % {"at": at}
    told = {
        "key": answer.key,
        "code": answer.code,
        "tone": TONES.get(answer.code, "bad"),
        "title": answer.name,
        "words": words,
    }
    if not answer.name:
        return {**told, "title": answer.words, "words": ""}
    return told


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
