"""Other words for a call."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_call_to_run
from tongxin.mobilisation.forms.calls import EditCallForm
from tongxin.mobilisation.views.asking import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, place, contact, words."""
    call = get_call_to_run(request.actor, pk)  # type: ignore[attr-defined]
    kept = {"title": call.title, "place": call.place, "contact": call.contact, "what": call.what}
    form = EditCallForm(posted(request), initial=kept)
    back = reverse("mobilisation:call", args=[pk])
    return asked(
        request, form, actions.edit_call, back=back, said=_("改好了。"), heading=_("改招募"), button=_("存好"), title=call.title, call=call
    )  # fmt: skip
