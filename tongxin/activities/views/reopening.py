"""Correcting what was recorded."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.turns import NothingForm
from tongxin.activities.views.acting import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def reopening(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then leads to the outcome, to be recorded anew."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    sentence = _("重新打开后，它暂时不算“已开展”，改好再记一次。")
    return asked(
        request, activity, "reopen", NothingForm(posted(request)), actions.reopen,
        said=_("可以改了，原来的人数和文字都在。"), sentence=sentence, then="activities:outcome",
    )  # fmt: skip
