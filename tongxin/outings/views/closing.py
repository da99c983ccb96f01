"""Close an outing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.models import Activity
from tongxin.org.access import signed_in
from tongxin.outings import actions
from tongxin.outings.access import get_outing_to_run
from tongxin.outings.forms.outing import CloseForm
from tongxin.outings.views.acting import asked
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def closing(request: HttpRequest, pk: int) -> HttpResponse:
    """People and money."""
    outing = get_outing_to_run(request.actor, pk)  # type: ignore[attr-defined]
    activity = outing.activity
    initial = {"held_on": activity.starts_on, "persons": outing.headcount}
    form = CloseForm(posted(request), done=activity.state == Activity.State.DONE, initial=initial)
    words = (_("办结"), _("人数和花费记在这里，数据和总结都用它。"), _("办结了。"))
    return asked(request, outing, "close", form, actions.close, words=words)
