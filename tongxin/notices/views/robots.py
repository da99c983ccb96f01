"""The group robots of one's units."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.notices import actions
from tongxin.notices.access import get_robot
from tongxin.notices.forms.robot import NewRobotForm, RobotForm
from tongxin.notices.models import Parcel
from tongxin.notices.queries.robots import robots_of
from tongxin.notices.rules.robots import shown
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import NOTICES_SEND
from tongxin.ui.posting import posted, refuse


@require_safe
@signed_in
def robots(request: HttpRequest) -> HttpResponse:
    """All of them, addresses masked."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, NOTICES_SEND)
    return render(request, "notices/robots.html", {"robots": robots_of(actor)})


@require_http_methods(["GET", "POST"])
@signed_in
def new_robot(request: HttpRequest) -> HttpResponse:
    """A robot to add."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, NOTICES_SEND)
    form = NewRobotForm(posted(request), actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_robot(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("机器人加好了，点“试一条”看群里收不收得到。"))
            return redirect("notices:robots")
    return render(request, "notices/robot.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def robot(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    there = get_robot(actor, pk)
    form = RobotForm(posted(request), initial={"name": there.name, "in_use": there.in_use})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_robot(actor=actor, now=clock.now(), robot=there, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("机器人改好了。"))
            return redirect("notices:robots")
    context = {"form": form, "robot": there, "address": shown(there.address) if there.address else ""}
    return render(request, "notices/robot.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def retirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then forgets its address."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    there = get_robot(actor, pk)
    if request.method == "POST":
        actions.retire_robot(actor=actor, now=clock.now(), robot=there)
        messages.success(request, _("停用了，地址也删了。"))
        return redirect("notices:robots")
    context = {"robot": there, "back_url": reverse("notices:robots")}
    return render(request, "notices/retirement.html", context)


@require_POST
@signed_in
def trial(request: HttpRequest, pk: int) -> HttpResponse:
    """Sends one message at once and says how it went."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    try:
        parcel = actions.try_robot(actor=actor, now=clock.now(), robot=get_robot(actor, pk))
    except Refused as refusal:
        if refusal.status != 422:
            raise
        messages.warning(request, refusal.sentence)
        return redirect("notices:robots")
    actions.deliver(now=clock.now(), only=[parcel.pk])
    parcel.refresh_from_db()
    if parcel.state == Parcel.State.SENT:
        messages.success(request, _("发出去了，到群里看一眼。"))
    elif parcel.state == Parcel.State.KEPT:
        messages.info(request, _("这里不往外发消息，所以群里看不到。"))
    else:
        messages.warning(request, _("没发出去：%(fault)s。看看地址和密钥对不对。") % {"fault": parcel.fault})
    return redirect("notices:robots")
