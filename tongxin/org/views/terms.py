"""Terms of committees."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org import actions
from tongxin.org.access import get_term, get_unit, signed_in
from tongxin.org.forms.post import TermForm
from tongxin.org.models import Term, Unit
from tongxin.org.rules.rights import POSTS_CHANGE
from tongxin.ui.asking import Asking, ask


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a term."""
    return _set(request, get_unit(request.actor, pk, right=POSTS_CHANGE), None)  # type: ignore[attr-defined]


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a term."""
    term = get_term(request.actor, pk)  # type: ignore[attr-defined]
    return _set(request, term.unit, term)


def _set(request: HttpRequest, unit: Unit, term: Term | None) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    form = TermForm(request.POST or None, initial=_start(term))
    back = reverse("org:unit", args=[unit.pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        set_ = actions.set_term(actor=actor, now=clock.now(), unit=unit, term=term, **given)
        return _("%(term)s记好了，届满前60天会提醒。") % {"term": set_.name}, back

    return ask(request, form, Asking(_("%(unit)s的届次") % {"unit": unit.called}, _("保存届次"), back), do)


def _start(term: Term | None) -> dict[str, Any]:
    return {name: getattr(term, name) for name in TermForm.base_fields} if term else {}
