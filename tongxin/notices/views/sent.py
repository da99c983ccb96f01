"""What an officer's units have said."""

from __future__ import annotations

import tempfile
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.notices.access import get_notice, receivers
from tongxin.notices.actions import remind
from tongxin.notices.exports import write_readers
from tongxin.notices.queries.sent import readers, receipt, sent_notices
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import NOTICES_SEND
from tongxin.ui.tapping import tapping


@require_safe
@signed_in
def sent(request: HttpRequest) -> HttpResponse:
    """The list, the newest first."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, NOTICES_SEND)
    page, rows = sent_notices(actor, whole(request.GET.get("page")) or 1)
    return render(request, "notices/sent.html", {"page": page, "rows": rows})


@require_safe
@signed_in
def receipts(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice: who has read it and who has not."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    return render(request, "notices/receipts.html", {"receipt": receipt(actor, get_notice(actor, pk))})


@require_safe
@signed_in
def export(request: HttpRequest, pk: int) -> FileResponse:
    """The same as a spreadsheet."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    notice = get_notice(actor, pk)
    target: Any = tempfile.TemporaryFile()  # noqa: SIM115 – the answer closes it
    write_readers(target, readers(receivers(actor, notice)))
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=_("读没读") + f"-{notice.title[:40]}.xlsx")


@require_http_methods(["GET", "POST"])
@signed_in
def reminder(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then reminds those who have not read it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    notice = get_notice(actor, pk)
    if request.method == "GET":
        context = {"notice": notice, "back_url": reverse("notices:receipts", args=[pk])}
        return render(request, "notices/reminder.html", context)
    with tapping(request):
        number = remind(actor=actor, now=clock.now(), notice=notice)
        messages.success(request, ngettext("提醒了%(n)d人。", "提醒了%(n)d人。", number) % {"n": number})
    return redirect("notices:receipts", pk=pk)
