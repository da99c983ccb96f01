"""Spreadsheets."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import Any, BinaryIO

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.actions.export_roster import export_roster
from tongxin.org.exports import write_roster, write_units
from tongxin.org.forms.roster import RosterForm
from tongxin.org.queries.choices import unit_choices
from tongxin.org.rules.rights import PEOPLE_READ


@signed_in
@require_safe
def people(request: HttpRequest) -> FileResponse:
    """The roster with the same filters as the page."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, PEOPLE_READ)
    form = RosterForm(request.GET, actor=actor, units=unit_choices(actor, PEOPLE_READ))
    export_roster(actor=actor, now=clock.now(), wanted=str(request.GET.urlencode()))
    return _file(_("花名册"), lambda target: write_roster(target, actor, form.wanted()))


@signed_in
@require_safe
def units(request: HttpRequest) -> FileResponse:
    """The units that one may see, and who holds which post there."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    return _file(_("组织"), lambda target: write_units(target, actor, clock.today(clock.now())))


def _file(name: str, write: Callable[[BinaryIO], None]) -> FileResponse:
    target = tempfile.TemporaryFile()  # noqa: SIM115 – the answer closes it
    write(target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=f"{name}{clock.today(clock.now()):%Y%m%d}.xlsx")
