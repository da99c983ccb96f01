"""Spreadsheets."""

from __future__ import annotations

import tempfile
from typing import Any

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.exports import write_roster
from tongxin.org.forms.roster import RosterForm
from tongxin.org.queries.choices import unit_choices
from tongxin.org.rules.rights import PEOPLE_READ


@signed_in
@require_safe
def people(request: HttpRequest) -> FileResponse:
    """The roster with the same filters as the page."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, PEOPLE_READ)
    form = RosterForm(request.GET, units=unit_choices(actor, PEOPLE_READ))
    target = tempfile.TemporaryFile()  # noqa: SIM115 – the answer closes it
    write_roster(target, actor, form.wanted())
    target.seek(0)
    name = f"{_('花名册')}{clock.today(clock.now()):%Y%m%d}.xlsx"
    return FileResponse(target, as_attachment=True, filename=name)
