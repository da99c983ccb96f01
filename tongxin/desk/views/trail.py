"""The audit trail, for who may read it."""

from __future__ import annotations

import tempfile
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.audit.registry import acts
from tongxin.core.numbers import whole
from tongxin.desk.exports import write_trail
from tongxin.desk.forms.trail import TrailForm
from tongxin.desk.queries.trail import told_trail
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import AUDIT_READ


@signed_in
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What was done, newest first, below the units of the reader's posts."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, AUDIT_READ)
    form = TrailForm(request.GET or None)
    page, lines = told_trail(actor.paths(AUDIT_READ), form.wanted(), whole(request.GET.get("page")) or 1)
    names = sorted(((act.key, str(act.label)) for act in acts), key=lambda pair: pair[1])
    return render(request, "desk/trail.html", {"page": page, "lines": lines, "form": form, "acts": names})


@signed_in
@require_safe
def export(request: HttpRequest) -> FileResponse:
    """The same entries as a spreadsheet."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, AUDIT_READ)
    target: Any = tempfile.TemporaryFile()  # noqa: SIM115 – the answer closes it
    write_trail(target, actor.paths(AUDIT_READ), TrailForm(request.GET or None).wanted())
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=_("操作记录") + ".xlsx")
