"""More shifts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_call_to_run
from tongxin.mobilisation.forms.calls import ShiftsForm
from tongxin.mobilisation.queries.copying import likely
from tongxin.mobilisation.views.asking import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def shifts(request: HttpRequest, pk: int) -> HttpResponse:
    """Posts, days, times, heads."""
    call = get_call_to_run(request.actor, pk)  # type: ignore[attr-defined]
    known = likely(call, clock.today(clock.now()))
    duties = list(call.duties.values_list("pk", flat=True))
    form = ShiftsForm(
        posted(request), call=call,
        initial={"duties": duties, "first": known["starts_on"], "last": known["starts_on"], "times": known["times"], "heads": known["heads"]},
    )  # fmt: skip
    back = reverse("mobilisation:call", args=[pk])
    return asked(
        request, form, actions.add_shifts, back=back, said=_("班次加好了，原来就有的没有动。"), heading=_("加班次"), button=_("加上"),
        title=call.title, call=call,
    )  # fmt: skip
