"""The officer's phone: the page with the camera, and what it sends."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.collecting import actions
from tongxin.collecting.access import get_reach
from tongxin.collecting.forms.handing import CodeForm
from tongxin.collecting.models import Point
from tongxin.collecting.queries.progress import tally
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.welfare.models import Round

TONES: Final = {"in": "ok", "again": "warn", "proxy": "held", "signed": "ok", "unsigned": "warn"}
NAMES: Final = ("key", "code", "at", "for", "point", "of", "sign")


@require_http_methods(["GET", "POST"])
@signed_in
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """Camera, digits, the last answer. Without scripts the digits are sent as a form and answered on the page.

    The page names nobody, so a phone may keep it for when the network drops.
    """
    actor = request.actor  # type: ignore[attr-defined]
    reach, answer, status = get_reach(actor, pk), None, 200
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            given = actions.Scan("", form.cleaned_data["code"], whom=_number(request.POST.get("for", "")))
            answer = _told(actions.hand_over_soon(actor=actor, now=clock.now(), round=pk, scan=given))
        except Refused as refusal:
            if refusal.status != 422:
                raise
            form.refuse(refusal)
        status, form = (422, form) if answer is None or answer["tone"] == "bad" else (200, CodeForm())
    context = {
        "round": reach.round, "form": form, "answer": answer, "tally": tally(reach), "points": Point.objects.filter(round=pk),
        "handing": reach.round.state == Round.State.HANDING, "queue": f"tongxin.packs.{actor.user_id}.{pk}",
    }  # fmt: skip
    response = render(request, "collecting/scan.html", context, status=422 if form.errors else status)
    if request.method == "GET":
        response["X-Offline"] = "keep"
    return response


@require_POST
@signed_in
def scans(request: HttpRequest, pk: int) -> HttpResponse:
    """What a phone scanned, one or a queue: lists of `key`, `code`, `at`, `for`, `point`, `of`, `sign` of the same length, and at
    the very end how many: a body that a broken connection cut short is refused as a whole. Answers each, as JSON."""
    lists = {name: request.POST.getlist(name) for name in NAMES}
    count = len(lists["key"])
    whole = request.POST.get("end") == str(count)
    if (
        not whole
        or {len(lists["code"]), len(lists["at"])} != {count}
        or any(len(lists[name]) not in (0, count) for name in NAMES)
    ):
        return JsonResponse({"sentence": _("送来的不完整，再送一次。"), "answers": []}, status=422)
    sent = [_scan({name: (each[at] if each else "") for name, each in lists.items()}) for at in range(count)]
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    try:
        if len(sent) == 1:
            answers = [actions.hand_over_soon(actor=actor, now=now, round=pk, scan=sent[0])]
        else:
            answers = actions.hand_over_many(actor=actor, now=now, round=pk, scans=sent)
    except Refused as refusal:
        return JsonResponse({"sentence": refusal.sentence, "code": refusal.code, "answers": []}, status=refusal.status)
    return JsonResponse({"answers": [_told(answer) for answer in answers]})


def _scan(given: dict[str, str]) -> actions.Scan:
    return actions.Scan(
        given["key"], given["code"], _moment(given["at"]), _number(given["for"]), _number(given["point"]), given["of"],
        given["sign"],
    )  # fmt: skip


def _told(answer: actions.Answer) -> dict[str, Any]:
    """An answer as the phone shows it: a tone, what to hand over, a big line, a small one."""
    title, words = answer.name, answer.words or answer.unit
    if not title:
        title, words = answer.words, ""
    offers = [
        {
            "code": each.code,
            "for": each.whom,
            "title": _("给%(name)s的：%(pack)s") % {"name": each.name, "pack": each.pack},
        }
        for each in answer.offers
    ]
    return {
        "key": answer.key, "code": answer.code, "tone": TONES.get(answer.code, "bad"), "big": answer.pack, "title": title,
        "words": words, "offers": offers,
    }  # fmt: skip


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
