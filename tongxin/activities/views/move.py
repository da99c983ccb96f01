"""Moving to another day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.turns import FirstDayForm, MoveForm
from tongxin.activities.views.acting import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """A day of the same year, with a reason; the first day of all needs none."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    if activity.starts_on is None:
        first = FirstDayForm(posted(request))
        return asked(request, activity, "move", first, actions.move, said=_("日子定好了。"))
    form = MoveForm(posted(request))
    sentence = _("改到本年度的另一天。跨年请用“延期”。")
    return asked(request, activity, "move", form, actions.move, said=_("已改期，原因记在经过里。"), sentence=sentence)
