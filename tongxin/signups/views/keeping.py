"""What officers do with a list: each asks once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import people_known, signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.signups import actions
from tongxin.signups.access import get_slot_to_run
from tongxin.signups.forms.keeping import AdmitForm, DrawForm, NothingForm, RemoveForm
from tongxin.signups.models import Slot
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def admission(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """A late exception."""
    slot = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    actor: Any = request.actor  # type: ignore[attr-defined]
    form = AdmitForm(posted(request), union_id=actor.union_id, known=people_known(actor, ACTIVITIES_RUN))
    words: dict[str, Any] = {"heading": _("破例加一个"), "act": _("加上"), "said": _("加进名单了。")}
    return _asked(request, slot, form, actions.admit_person, **words)


@require_http_methods(["GET", "POST"])
@signed_in
def removal(request: HttpRequest, pk: int, slot_pk: int, place: int) -> HttpResponse:
    """Somebody is taken off."""
    slot = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    words: dict[str, Any] = {
        "heading": _("移出名单"),
        "act": _("移出"),
        "said": _("移出了，本人会收到通知。"),
        "tone": "bad",
    }
    return _asked(request, slot, RemoveForm(posted(request)), actions.remove_person, more={"place_id": place}, **words)


@require_http_methods(["GET", "POST"])
@signed_in
def closing(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """The list stands."""
    slot = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    sentence = _("定下以后会员不能自己报名、退出，也不再候补转正；你还可以破例加人或移出。")
    words: dict[str, Any] = {
        "heading": _("定下名单"),
        "act": _("定下"),
        "said": _("名单定下了。"),
        "sentence": sentence,
    }
    return _asked(request, slot, NothingForm(posted(request)), actions.close_list, **words)


@require_http_methods(["GET", "POST"])
@signed_in
def reopening(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """The list is open again."""
    slot = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    words: dict[str, Any] = {
        "heading": _("重新打开名单"),
        "act": _("打开"),
        "said": _("名单打开了，有空的名额已经给候补。"),
    }
    return _asked(request, slot, NothingForm(posted(request)), actions.reopen_list, **words)


@require_http_methods(["GET", "POST"])
@signed_in
def drawing(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """The draw is held."""
    slot = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    form = DrawForm(posted(request))
    source = getattr(getattr(slot.pool, "draw", None), "source", "")
    if source:
        form.fields["word"].help_text = source
    else:
        del form.fields["word"]
    sentence = _("名单锁定，种子公开，结果马上出来，谁都能验算。不能重抽。")
    words: dict[str, Any] = {
        "heading": _("抽签"),
        "act": _("抽签"),
        "said": _("抽好了，结果已经通知每个人。"),
        "sentence": sentence,
    }
    return _asked(request, slot, form, actions.draw_lots, **words)


def _asked(
    request: HttpRequest,
    slot: Slot,
    form: Form,
    do: Callable[..., Any],
    *,
    heading: str,
    said: str,
    more: dict[str, Any] | None = None,
    **words: Any,
) -> HttpResponse:
    """Ask, act once, go back to the list."""
    if request.method == "POST" and form.is_valid():
        try:
            do(actor=request.actor, now=clock.now(), slot=slot, **(more or {}), **form.cleaned_data)  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, said)
            return redirect("signups:list", pk=slot.activity_id, slot_pk=slot.pk)
    back = reverse("signups:list", args=[slot.activity_id, slot.pk])
    context = {"heading": heading, "form": form, "back_url": back, "title": slot.activity.title, **words}
    return render(request, "signups/asked.html", context, status=422 if form.errors else 200)
