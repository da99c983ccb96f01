"""Where a unit stands."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import RULES_CONFIRM
from tongxin.rulebook.access import units_to_rule
from tongxin.rulebook.actions import set_region
from tongxin.rulebook.forms.rules import RegionForm
from tongxin.rulebook.queries.place import region_of
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def region(request: HttpRequest) -> HttpResponse:
    """The union's region; a unit elsewhere has its own."""
    actor = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, RULES_CONFIRM)
    units = units_to_rule(actor, RULES_CONFIRM)
    first = units[0]
    form = RegionForm(posted(request), units=units, initial={"unit": first, "region": region_of(first)})
    if request.method == "POST" and form.is_valid():
        try:
            set_region(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("记下了，按这里的规则查。"))
            return redirect("rulebook:rules")
    return render(request, "rulebook/region.html", {"form": form}, status=422 if form.errors else 200)
