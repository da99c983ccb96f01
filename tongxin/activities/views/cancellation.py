"""Cancelling."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.turns import CancelForm
from tongxin.activities.views.acting import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    """Why it is called off."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = CancelForm(posted(request))
    sentence = _("取消后记录都留着，以后可以恢复。")
    return asked(
        request,
        activity,
        "cancel",
        form,
        actions.cancel,
        said=_("已取消，记录都留着，以后可以恢复。"),
        sentence=sentence,
    )
