"""Beginning."""

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
def beginning(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then the activity is under way."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = NothingForm(posted(request))
    sentence = _("活动当天点一下，办完再记开展情况。")
    return asked(request, activity, "begin", form, actions.begin, said=_("活动开始了。"), sentence=sentence)
