"""One shift, for those who run it: the list, who came, corrections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_shift_to_run
from tongxin.mobilisation.forms.calls import AdmitForm, CorrectForm, HeadsForm, NothingForm, RemoveForm
from tongxin.mobilisation.forms.service import ServiceForm
from tongxin.mobilisation.models import Service, Shift
from tongxin.mobilisation.queries.shift import shift_page
from tongxin.mobilisation.views.asking import asked
from tongxin.mobilisation.words import number_of_hours
from tongxin.org.access import people_known, signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def shift(request: HttpRequest, pk: int) -> HttpResponse:
    """The list; sent, who came and how long."""
    found = get_shift_to_run(request.actor, pk)  # type: ignore[attr-defined]
    page = shift_page(found, clock.now())
    form = ServiceForm(posted(request), rows=page.rows, default=page.default)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_service(
                actor=request.actor, now=clock.now(), shift=found, minutes=form.minutes()  # type: ignore[attr-defined]
            )  # fmt: skip
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("记下了。"))
            return redirect("mobilisation:shift", pk=pk)
    lines = [(row, *form.cells().get(row.person, (None, None))) for row in page.rows]
    context = {"page": page, "shift": found, "call": found.duty.call, "form": form, "lines": lines}
    return render(request, "mobilisation/shift.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def heads(request: HttpRequest, pk: int) -> HttpResponse:
    """How many."""
    found = get_shift_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = HeadsForm(posted(request), initial={"heads": found.pool.capacity})
    return _asked(request, found, form, actions.set_heads, _("改人数"), _("存好"), _("改好了，有空位的先给候补。"))


@require_http_methods(["GET", "POST"])
@signed_in
def dropping(request: HttpRequest, pk: int) -> HttpResponse:
    """A shift that nobody took goes."""
    found = get_shift_to_run(request.actor, pk)  # type: ignore[attr-defined]
    call = reverse("mobilisation:call", args=[found.duty.call_id])
    form = NothingForm(posted(request))
    return _asked(
        request, found, form, actions.drop_shift, _("去掉这一班"), _("去掉"), _("去掉了。"), tone="bad", back=call
    )


@require_http_methods(["GET", "POST"])
@signed_in
def admission(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who just came along."""
    found = get_shift_to_run(request.actor, pk)  # type: ignore[attr-defined]
    actor: Any = request.actor  # type: ignore[attr-defined]
    form = AdmitForm(posted(request), union_id=actor.union_id, known=people_known(actor, ACTIVITIES_RUN))
    return _asked(request, found, form, actions.admit_volunteer, _("加一个人"), _("加上"), _("加进名单了。"))


@require_http_methods(["GET", "POST"])
@signed_in
def removal(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """Somebody is taken off."""
    found = get_shift_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = RemoveForm(posted(request))
    said = _("移出了，本人会收到通知。")
    return _asked(
        request, found, form, actions.remove_volunteer, _("移出名单"), _("移出"), said, tone="bad", place_id=place
    )


@require_http_methods(["GET", "POST"])
@signed_in
def correction(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Put hours right."""
    found = get_shift_to_run(request.actor, pk)  # type: ignore[attr-defined]
    row = Service.objects.filter(shift=found, person=person, replaced_by=None).select_related("person").first()
    if row is None:
        raise Http404
    form = CorrectForm(posted(request), initial={"hours": number_of_hours(row.minutes)})
    heading = _("更正%(name)s的时长") % {"name": row.person.name}
    return _asked(
        request, found, form, actions.correct_service, heading, _("更正"), _("更正了，原来记的留在记录里。"), given=form.values,
        person_id=person,
    )  # fmt: skip


def _asked(
    request: HttpRequest,
    found: Shift,
    form: Form,
    act: Callable[..., Any],
    heading: str,
    button: str,
    said: str,
    **more: Any,
) -> HttpResponse:
    more = {"back": reverse("mobilisation:shift", args=[found.pk]), **more}
    return asked(request, form, act, heading=heading, button=button, said=said, title=str(found), shift=found, **more)
