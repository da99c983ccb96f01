"""Approve an application."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.outings import actions
from tongxin.outings.access import get_outing_to_decide
from tongxin.outings.forms.outing import ApprovalForm
from tongxin.outings.queries.checked import checked
from tongxin.outings.queries.concerned import handed_in
from tongxin.outings.views.acting import asked
from tongxin.rulebook.queries.exemptions import spoken
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def approval(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit may go."""
    outing = get_outing_to_decide(request.actor, pk)  # type: ignore[attr-defined]
    form = ApprovalForm(posted(request), initial={"seen": whole(request.GET.get("seen")) or handed_in(outing)})
    words = (_("批准"), _("批准以后，他们就按这个去办。"), _("批准了，已经告诉他们。"))
    warned = spoken(checked(outing, clock.now()).findings.exempted)
    return asked(request, outing, "approve", form, actions.approve, words=words, warned=warned)
