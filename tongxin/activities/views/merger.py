"""Merging into another activity."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.turns import MergeForm
from tongxin.activities.views.acting import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def merger(request: HttpRequest, pk: int) -> HttpResponse:
    """Which living activity of the year it becomes part of, with a reason."""
    actor = request.actor  # type: ignore[attr-defined]
    activity = get_activity_to_run(actor, pk)
    form = MergeForm(posted(request), actor=actor, activity=activity)
    sentence = _("并入后它不再单独计数，原来的记录都留着。")
    return asked(request, activity, "merge", form, actions.merge, said=_("已并入，不再单独计数。"), sentence=sentence)
