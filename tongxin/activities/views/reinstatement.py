"""Taking it back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.turns import ReinstateForm
from tongxin.activities.views.acting import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def reinstatement(request: HttpRequest, pk: int) -> HttpResponse:
    """Why it is planned again."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = ReinstateForm(posted(request))
    sentence = _("恢复后回到计划里，发布以后会员才看得到。")
    return asked(
        request,
        activity,
        "reinstate",
        form,
        actions.reinstate,
        said=_("已恢复到计划里，发布后会员才看得到。"),
        sentence=sentence,
    )
