"""Giving and ending posts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org import actions
from tongxin.org.access import get_post, get_unit, signed_in
from tongxin.org.forms.post import AppointForm, EndPostForm
from tongxin.org.models import Term
from tongxin.org.queries.choices import find_person, term_choices
from tongxin.org.rules.posts import right_to_appoint
from tongxin.org.rules.rights import POSTS_CHANGE
from tongxin.ui.asking import Asking, ask


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Appoint somebody; `?person=` (a staff number) is filled in."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, pk, right=POSTS_CHANGE)
    now = clock.now()
    may_give = lambda kind: actor.may(right_to_appoint(kind), unit)  # noqa: E731
    start = {"person": request.GET.get("person", ""), "since": clock.today(now)}
    form = AppointForm(
        request.POST or None, initial=start, unit_kind=unit.kind, terms=term_choices(unit), may_give=may_give
    )
    back = reverse("org:unit", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        person = find_person(actor, given.pop("person"))
        term = Term.objects.filter(pk=given.pop("term") or 0).first()
        post = actions.appoint(actor=actor, now=now, unit=unit, person=person, term=term, **given)
        return _("%(name)s任%(post)s，权限从到任那天起。") % {"name": person.name, "post": str(post)}, back

    return ask(request, form, Asking(_("登记%(unit)s的任职") % {"unit": unit.called}, _("登记任职"), back), do)


@signed_in
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a post."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    post = get_post(actor, pk)
    now = clock.now()
    form = EndPostForm(request.POST or None, initial={"until": clock.today(now)})
    back = reverse("org:unit", args=[post.unit_id])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.end_post(actor=actor, now=now, post=post, **given)
        return _("%(name)s已卸任%(post)s。") % {"name": post.person.name, "post": str(post)}, back

    title = _("%(name)s卸任%(post)s") % {"name": post.person.name, "post": str(post)}
    return ask(request, form, Asking(title, _("登记卸任"), back, _("这个职务带来的权限同时收回。")), do)
