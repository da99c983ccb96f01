"""Categories and groups: the list, and one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.activities import actions
from tongxin.activities.access import require_catalogue
from tongxin.activities.forms.catalogue import CategoryForm, GroupForm
from tongxin.activities.models import Category, Group
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse


@require_safe
@signed_in
def catalogue(request: HttpRequest) -> HttpResponse:
    """All categories and groups with their use."""
    require_catalogue(request.actor)  # type: ignore[attr-defined]
    context = {"categories": Category.objects.all(), "groups": Group.objects.all()}
    return render(request, "activities/catalogue.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def category(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A category, new or to be changed."""
    require_catalogue(request.actor)  # type: ignore[attr-defined]
    held = get_object_or_404(Category, pk=pk) if pk else None
    form = CategoryForm(posted(request), initial=_known(held, CategoryForm, Category.objects.count()))
    act = (lambda **given: actions.edit_category(category=held, **given)) if held else actions.add_category
    return _kept(request, form, act, held.name if held else _("加一个类别"))


@require_http_methods(["GET", "POST"])
@signed_in
def group(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A group, new or to be changed."""
    require_catalogue(request.actor)  # type: ignore[attr-defined]
    held = get_object_or_404(Group, pk=pk) if pk else None
    form = GroupForm(posted(request), initial=_known(held, GroupForm, Group.objects.count()))
    act = (lambda **given: actions.edit_group(group=held, **given)) if held else actions.add_group
    return _kept(request, form, act, held.name if held else _("加一个活动组"))


def _known(held: Category | Group | None, form: type[Form], count: int) -> dict[str, Any]:
    if held is None:
        return {"order": count + 1, "in_use": True, "counted": True}
    return {name: getattr(held, name) for name in form.base_fields}


def _kept(request: HttpRequest, form: Form, act: Callable[..., Any], heading: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act(actor=request.actor, now=clock.now(), **form.cleaned_data)  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("已保存。"))
            return redirect("activities:catalogue")
    return render(
        request, "activities/named.html", {"form": form, "heading": heading}, status=422 if form.errors else 200
    )
