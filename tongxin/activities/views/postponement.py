"""Postponing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.turns import PostponeForm
from tongxin.activities.views.acting import asked
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def postponement(request: HttpRequest, pk: int) -> HttpResponse:
    """A later day or none, with a reason."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = PostponeForm(posted(request))
    sentence = _("可以只说延期，日子以后再定；也可以延到下一年。")
    return asked(
        request, activity, "postpone", form, actions.postpone, said=_("已延期，原因记在经过里。"), sentence=sentence
    )
