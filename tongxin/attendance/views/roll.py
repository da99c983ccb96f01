"""The list that is ticked: by name, by initials, or beside the photo of a signed sheet."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongxin.attendance import actions
from tongxin.attendance.access import get_attendance, get_slot_to_run
from tongxin.attendance.actions.door import get_facts
from tongxin.attendance.forms.door import PhotoForm, WalkInForm
from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.door import door_of
from tongxin.attendance.queries.roll import STATES, roll, strangers
from tongxin.attendance.views.acting import ask, at_door
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.org.queries.choices import find_person
from tongxin.signups.models import Slot
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import refuse
from tongxin.ui.tapping import tapping

WAYS = (Attendance.Way.TICK, Attendance.Way.PAPER)


@require_safe
@signed_in
def listing(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """The list, forty to a page; each name has its button, so it works without scripts."""
    held = get_slot_to_run(request.actor, pk, slot)  # type: ignore[attr-defined]
    return render(request, "attendance/list.html", _shown(request, held))


@require_http_methods(["GET", "POST"])
@signed_in
def paper(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """Photos of the signed sheet beside the list; a POST keeps one more."""
    actor = request.actor  # type: ignore[attr-defined]
    held = get_slot_to_run(actor, pk, slot)
    form = PhotoForm(request.POST, request.FILES) if request.method == "POST" else PhotoForm()
    if request.method == "POST" and form.is_valid():
        try:
            actions.attach_paper(actor=actor, now=clock.now(), slot=held, upload=form.cleaned_data["upload"])
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("照片传好了，对着它勾名单。"))
            return redirect(at_door(held, "paper"))
    pages = held.pages.select_related("attachment")
    context = _shown(request, held) | {"form": form, "pages": pages, "way": Attendance.Way.PAPER}
    return render(request, "attendance/paper.html", context, status=422 if form.errors else 200)


@require_POST
@signed_in
def tick(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """Puts down one of the list, and goes back to where it was ticked."""
    actor = request.actor  # type: ignore[attr-defined]
    held = get_slot_to_run(actor, pk, slot)
    way = request.POST.get("way", "")
    try:
        person = int(request.POST.get("person", "")[:18] or 0)
    except ValueError:
        person = 0
    with tapping(request):
        came = actions.check_in(
            actor=actor, now=clock.now(), slot=held.pk, person=person, way=way if way in WAYS else WAYS[0]
        )
        words = _("%(name)s早就签到了，没有重复记。") if came.again else _("%(name)s签到了。")
        messages.success(request, words % {"name": came.name})
    return redirect(_back(request, held))


@require_http_methods(["GET", "POST"])
@signed_in
def walk_in(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """Takes in somebody who is not on the list, with a reason."""
    actor = request.actor  # type: ignore[attr-defined]
    held = get_slot_to_run(actor, pk, slot)
    form = WalkInForm(request.POST or None, initial={"person": request.GET.get("person", "")})

    def take_in(person: str, walk_in: str) -> None:
        found = find_person(actor, person)
        actions.check_in(
            actor=actor, now=clock.now(), slot=held.pk, person=found.pk, way=Attendance.Way.TICK, walk_in=walk_in
        )

    return ask(
        request, held, form, take_in, title=_("加一个名单外的人"), act=_("记他签到"), said=_("记下了。"),
        back=at_door(held, "list"),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def undo(request: HttpRequest, pk: int, slot: int, attendance: int) -> HttpResponse:
    """Takes a check-in back, with a reason."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_attendance(actor, pk, slot, attendance)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    return ask(
        request, found.slot, form,
        lambda reason: actions.undo_check_in(actor=actor, now=clock.now(), attendance=found, reason=reason),
        title=_("撤销%(name)s的签到") % {"name": found.person.name}, act=_("撤销签到"), said=_("撤销了。"),
        back=at_door(found.slot, "list"), tone="bad",
    )  # fmt: skip


def _shown(request: HttpRequest, held: Slot) -> dict[str, Any]:
    typed, state = request.GET.get("q", "")[:40], request.GET.get("state", "")
    facts = get_facts(held.pk)
    return {
        "activity": held.activity, "slot": held, "door": door_of(held), "typed": typed,
        "state": state if state in STATES else "", "source": facts.source.value, "way": Attendance.Way.TICK,
        "page": roll(facts, typed, state if state in STATES else "", request.GET.get("page", "1")),
        "strangers": strangers(facts),
    }  # fmt: skip


def _back(request: HttpRequest, held: Slot) -> str:
    """Where the tick came from, as long as it is a page of ours."""
    back = request.POST.get("back", "")
    return back if back.startswith("/") and url_has_allowed_host_and_scheme(back, None) else at_door(held, "list")
