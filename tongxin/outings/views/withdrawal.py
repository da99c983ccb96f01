"""Take an application back."""

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
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """To change it; an approval falls with it."""
    outing = get_outing_to_run(request.actor, pk)  # type: ignore[attr-defined]
    words = (_("撤回申请"), _("撤回以后能改。批过的要重新批。"), _("撤回来了，改好再交。"))
    return asked(request, outing, "withdraw", WordsForm(posted(request)), actions.withdraw, words=words, tone="bad")
