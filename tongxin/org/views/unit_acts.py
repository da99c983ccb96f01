"""Founding, changing, moving and closing units."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org import actions
from tongxin.org.access import get_unit, signed_in
from tongxin.org.forms.unit import ChangeUnitForm, CloseUnitForm, MoveUnitForm, NewUnitForm, UnitFields
from tongxin.org.queries.choices import unit_choices
from tongxin.org.rules.rights import UNITS_CHANGE
from tongxin.org.views.units import number
from tongxin.ui.asking import Asking, ask


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Found a unit below `?parent=`."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    parent = get_unit(actor, number(request, "parent") or 0, right=UNITS_CHANGE)
    form = NewUnitForm(request.POST or None, above=parent.kind)

    def do(given: dict[str, Any]) -> tuple[str, str]:
        unit = actions.found_unit(actor=actor, now=clock.now(), parent=parent, **given)
        return _("已设立%(unit)s。") % {"unit": unit.called}, reverse("org:unit", args=[unit.pk])

    title = _("在%(unit)s下面设单位") % {"unit": parent.called}
    return ask(request, form, Asking(title, _("设立单位"), reverse("org:unit", args=[parent.pk])), do)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a unit's name, code, day of founding or order."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, pk, right=UNITS_CHANGE)
    form = ChangeUnitForm(request.POST or None, initial={name: getattr(unit, name) for name in UnitFields.base_fields})
    back = reverse("org:unit", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.change_unit(actor=actor, now=clock.now(), unit=unit, **given)
        return _("改好了。"), back

    return ask(request, form, Asking(_("改%(unit)s的资料") % {"unit": unit.called}, _("保存资料"), back), do)


@signed_in
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a unit below another."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, pk, right=UNITS_CHANGE)
    form = MoveUnitForm(request.POST or None, units=unit_choices(actor, UNITS_CHANGE))
    back = reverse("org:unit", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        to = get_unit(actor, given["to"], right=UNITS_CHANGE)
        actions.move_unit(actor=actor, now=clock.now(), unit=unit, to=to)
        return _("已移到%(unit)s下面。") % {"unit": to.called}, back

    words = _("下级单位和里面的人一起移过去，历史记录留在原处。")
    return ask(request, form, Asking(_("移动%(unit)s") % {"unit": unit.called}, _("移动单位"), back, words), do)


@signed_in
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a unit."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, pk, right=UNITS_CHANGE)
    if unit.closed_on is not None:
        raise Http404
    now = clock.now()
    form = CloseUnitForm(request.POST or None, initial={"on": clock.today(now)})
    back = reverse("org:unit", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.close_unit(actor=actor, now=now, unit=unit, **given)
        return _("已撤销%(unit)s，办过的事都还查得到。") % {"unit": unit.called}, back

    words = _("撤销后不能再编人、任职、办活动；办过的事都留着。")
    title = _("撤销%(unit)s") % {"unit": unit.called}
    return ask(request, form, Asking(title, _("撤销单位"), back, words, "bad"), do)
