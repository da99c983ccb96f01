"""One tap takes a shift; giving it back asks once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.core import clock
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_shift
from tongxin.mobilisation.forms.calls import NothingForm
from tongxin.mobilisation.views.asking import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted
from tongxin.ui.tapping import tapping


@require_POST
@signed_in
def taking(request: HttpRequest, pk: int) -> HttpResponse:
    """A place, or the call's page with why not."""
    shift = get_shift(request.actor, pk)  # type: ignore[attr-defined]
    with tapping(request):
        taken = actions.take_shift(actor=request.actor, now=clock.now(), shift=shift)  # type: ignore[attr-defined]
        waits = taken.state == "waiting"
        messages.success(request, _("排上候补了，有人退出就轮到你。") if waits else _("报上了，记得准时来。"))
    return redirect("mobilisation:call", pk=shift.duty.call_id)


@require_http_methods(["GET", "POST"])
@signed_in
def leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then the place is free."""
    shift = get_shift(request.actor, pk)  # type: ignore[attr-defined]
    return asked(
        request, NothingForm(posted(request)), actions.leave_shift, back=reverse("mobilisation:call", args=[shift.duty.call_id]),
        said=_("退出了，这一班让给别人。"), heading=_("这一班不去了"), button=_("退出"), title=str(shift), tone="bad",
        sentence=_("名额马上让给候补的人。想再来要重新报。"), shift=shift,
    )  # fmt: skip
