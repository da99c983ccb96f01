"""Own Word templates."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.paperwork import actions
from tongxin.paperwork.access import get_template, units_with_templates
from tongxin.paperwork.forms.template import TemplateForm
from tongxin.paperwork.queries.placeholders import asked_kind, own_kinds, placeholders_of
from tongxin.paperwork.queries.templates import listed_for, title_of
from tongxin.ui.tapping import tapping


@require_safe
@signed_in
def templates(request: HttpRequest) -> HttpResponse:
    """Which there are, and which placeholders may be used."""
    actor = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_RUN)
    kind = asked_kind(request.GET.get("kind", ""))
    told = placeholders_of(actor, kind, clock.now())
    context = {"listed": listed_for(actor), "kinds": own_kinds(), "kind": kind, "told": told}
    return render(request, "paperwork/templates.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def new_template(request: HttpRequest) -> HttpResponse:
    """Upload one."""
    actor = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_RUN)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    asked = {"kind": asked_kind(request.GET.get("kind", "")).key}
    form = TemplateForm(*posted, initial=asked, units=list(units_with_templates(actor)), kinds=own_kinds())
    if request.method == "POST" and form.is_valid():
        try:
            kept = actions.add_template(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            if refusal.status != 422:
                raise
            form.refuse(refusal)
        else:
            messages.success(request, _("模板收好了，以后“%(kind)s”的 Word 就用它。") % {"kind": title_of(kept.kind)})
            return redirect("paperwork:templates")
    return render(request, "paperwork/new_template.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def retirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then takes the template out of use."""
    template = get_template(request.actor, pk)  # type: ignore[attr-defined]
    if request.method == "POST":
        with tapping(request):
            actions.retire_template(actor=request.actor, now=clock.now(), template=template)  # type: ignore[attr-defined]
            messages.success(request, _("模板停用了。"))
        return redirect("paperwork:templates")
    return render(request, "paperwork/retirement.html", {"template": template})
