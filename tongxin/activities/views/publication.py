"""Publishing."""

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
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then lets members see it."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = NothingForm(posted(request))
    sentence = _("发布后会员就看得到；以后改日期要写原因。")
    return asked(
        request,
        activity,
        "publish",
        form,
        actions.publish,
        said=_("已发布，会员在“活动”里看得到了。"),
        sentence=sentence,
    )
