"""Spreadsheets of the year."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Any, BinaryIO

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.org.access import signed_in
from tongxin.org.rules import rights
from tongxin.plan import exports
from tongxin.plan.access import get_approved_plan, get_unit_of_year
from tongxin.plan.forms.wanted import wanted
from tongxin.plan.queries.by_unit import unit_rows
from tongxin.plan.queries.frozen import frozen
from tongxin.plan.queries.year import work_facts, year_facts
from tongxin.plan.queries.year_page import filtered, ordered
from tongxin.plan.rules.against import Difference


@signed_in
@require_safe
def year(request: HttpRequest, year: int) -> FileResponse:
    """The year's table, filtered and sorted as on the page."""
    facts, asked = year_facts(_unit(request), year), wanted(request.GET)
    rows = ordered(filtered(facts.everything, asked), asked.sort or "number")
    return _file(_("%(year)s年度活动") % {"year": year}, lambda target: exports.write_year(target, rows, facts.work))


@signed_in
@require_safe
def changes(request: HttpRequest, year: int) -> FileResponse:
    """What changed against the plan."""
    facts = year_facts(_unit(request), year)
    rows = [item for item in facts.everything if item.difference is not Difference.KEPT]
    return _file(_("%(year)s年度计划变动") % {"year": year}, lambda target: exports.write_changes(target, rows))


@signed_in
@require_safe
def baseline(request: HttpRequest, year: int) -> FileResponse:
    """The frozen plan."""
    lines = frozen(get_approved_plan(_unit(request), year))
    return _file(_("%(year)s年度计划") % {"year": year}, lambda target: exports.write_baseline(target, lines))


@signed_in
@require_safe
def items(request: HttpRequest, year: int) -> FileResponse:
    """The work items."""
    work = work_facts(_unit(request), year)
    return _file(_("%(year)s年度工作事项") % {"year": year}, lambda target: exports.write_work(target, work))


@signed_in
@require_safe
def units(request: HttpRequest, year: int) -> FileResponse:
    """The year by unit."""
    rows = unit_rows(_unit(request), year)
    return _file(_("%(year)s年度各单位活动") % {"year": year}, lambda target: exports.write_units(target, rows))


def _unit(request: HttpRequest) -> Any:
    actor: Any = request.actor  # type: ignore[attr-defined]
    return get_unit_of_year(actor, request.GET.get("unit"), right=rights.ACTIVITIES_READ)


def _file(name: str, write: Callable[[BinaryIO], None]) -> FileResponse:
    target = tempfile.TemporaryFile()  # noqa: SIM115 – the answer closes it
    write(target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=f"{name}.xlsx")
