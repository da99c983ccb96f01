"""Going online."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.turns import OnlineForm
from tongxin.activities.views.acting import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def online(request: HttpRequest, pk: int) -> HttpResponse:
    """Wholly or in part, with a reason."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = OnlineForm(posted(request))
    sentence = _("日子不变，只改形式。")
    return asked(
        request, activity, "go_online", form, actions.go_online, said=_("形式已改，日子不变。"), sentence=sentence
    )
