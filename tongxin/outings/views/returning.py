"""Send an application back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.org.access import signed_in
from tongxin.outings import actions
from tongxin.outings.access import get_outing_to_decide
from tongxin.outings.forms.outing import ReturnForm
from tongxin.outings.views.acting import asked
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def returning(request: HttpRequest, pk: int) -> HttpResponse:
    """With what they are to change."""
    outing = get_outing_to_decide(request.actor, pk)  # type: ignore[attr-defined]
    words = (_("退回去改"), _("写明要改什么，改好他们会再交。"), _("退回去了，已经告诉他们。"))
    return asked(request, outing, "send_back", ReturnForm(posted(request)), actions.send_back, words=words, tone="bad")
