"""Hand in the application."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.org.access import signed_in
from tongxin.outings import actions
from tongxin.outings.access import get_outing_to_run
from tongxin.outings.forms.outing import WordsForm
from tongxin.outings.views.acting import asked
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """To the union's office and chairs."""
    outing = get_outing_to_run(request.actor, pk)  # type: ignore[attr-defined]
    words = (_("交申请"), _("交给校工会批。批之前还能撤回来改。"), _("申请交上去了，批了会告诉你。"))
    return asked(request, outing, "apply", WordsForm(posted(request)), actions.apply, words=words)
