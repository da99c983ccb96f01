"""Scopes of counting: the list, add, change, retire, take back into use."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.goods import actions
from tongxin.goods.access import get_scope, require_reader, unit_to_change
from tongxin.goods.forms.scopes import ScopeForm, kept_scope
from tongxin.goods.queries.scopes import scope_lines
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import MONEY_CHANGE
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import posted

methods = require_http_methods(["GET", "POST"])


@signed_in
@require_safe
def scopes(request: HttpRequest) -> HttpResponse:
    """All that the actor's units know."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_reader(actor)
    answer = {"lines": scope_lines(actor), "changes": actor.has_somewhere(MONEY_CHANGE)}
    return render(request, "goods/scopes.html", answer)


@signed_in
@methods
def new(request: HttpRequest) -> HttpResponse:
    """A new scope."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_change(actor, request.GET.get("unit"))

    def do(given: dict[str, Any]) -> str:
        given["counties"] = given["counties"] or None
        actions.add_scope(actor=actor, now=clock.now(), unit=unit, **given)
        return _("加上了。")

    asking = Asking(_("加统计口径"), _("加上口径"), reverse("goods:scopes"))
    return ask(request, ScopeForm(posted(request)), asking, do, "goods/scope_form.html", unit=unit)


@signed_in
@methods
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Its name, its source, its counties."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    scope = get_scope(actor, pk, change=True)
    form = ScopeForm(posted(request), initial=kept_scope(scope))
    del form.fields["kind"]

    def do(given: dict[str, Any]) -> str:
        actions.edit_scope(actor=actor, now=clock.now(), scope=scope, **given)
        return _("改好了。")

    asking = Asking(_("改口径：%(name)s") % {"name": scope.name}, _("改好了"), reverse("goods:scopes"))
    return ask(request, form, asking, do, "goods/scope_form.html", unit=scope.unit)


@signed_in
@methods
def retirement(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing new counts in it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    scope = get_scope(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.retire_scope(actor=actor, now=clock.now(), scope=scope, **given)
        return _("停用了，已经计进去的不变。")

    sentence = _("以后的采购不再计进去，已经计进去的不变。")
    asking = Asking(_("停用：%(name)s") % {"name": scope.name}, _("停用口径"), reverse("goods:scopes"), sentence, "bad")
    return ask(request, ReasonForm(posted(request)), asking, do)


@signed_in
@methods
def reinstatement(request: HttpRequest, pk: int) -> HttpResponse:
    """Taken back into use."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    scope = get_scope(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.reinstate_scope(actor=actor, now=clock.now(), scope=scope, **given)
        return _("恢复了，以后的采购又能计进去。")

    sentence = _("停用期间记的采购不会补计，以后记的才计进去。")
    asking = Asking(_("恢复：%(name)s") % {"name": scope.name}, _("恢复口径"), reverse("goods:scopes"), sentence)
    return ask(request, ReasonForm(posted(request)), asking, do)
