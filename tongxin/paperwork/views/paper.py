"""One paper in one format."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.paperwork import actions
from tongxin.paperwork.access import get_activity_to_run, get_activity_with_papers
from tongxin.paperwork.exports import printed
from tongxin.paperwork.kinds.kind import kinds
from tongxin.paperwork.queries.facts import facts_of
from tongxin.paperwork.queries.templates import bytes_of, in_use


@require_safe
@signed_in
def paper(request: HttpRequest, pk: int, kind: str, form: str) -> FileResponse:
    """The file, on record."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    found = kinds.get(kind)
    wanted = next((each for each in found.formats if each == form), None) if found else None
    if found is None or wanted is None:
        raise Http404
    activity = get_activity_to_run(actor, pk) if found.private else get_activity_with_papers(actor, pk)
    facts = facts_of(actor, activity, now)
    if not found.there(facts):
        raise Refused("paper.nothing", _("“%(title)s”还没有内容，没有什么可打印的。") % {"title": found.title})
    own = in_use(activity.unit).get(kind) if found.own and wanted == "docx" else None
    made = printed(found, wanted, facts, bytes_of([own]).get(kind) if own else None)
    actions.mark_printed(actor=actor, now=now, activity=activity, kind=kind, form=form, private=found.private)
    return FileResponse(BytesIO(made.data), as_attachment=True, filename=made.name, content_type=made.content_type)
