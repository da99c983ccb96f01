"""An idea becomes part of the plan."""

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
def planning(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then takes the idea into the plan."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = NothingForm(posted(request))
    sentence = _("设想列入计划后，全年计划里就有它。")
    return asked(request, activity, "plan", form, actions.plan_activity, said=_("已列入计划。"), sentence=sentence)
