"""Everything for the file."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.files.queries import files_of
from tongxin.org.access import signed_in
from tongxin.paperwork import actions
from tongxin.paperwork.access import get_activity_with_papers, may_run
from tongxin.paperwork.exports import TYPES, file_name
from tongxin.paperwork.exports import bundle as bundled
from tongxin.paperwork.queries.facts import facts_of
from tongxin.paperwork.queries.papers import kinds_for
from tongxin.paperwork.queries.templates import bytes_of, in_use


@require_safe
@signed_in
def bundle(request: HttpRequest, pk: int) -> FileResponse:
    """All papers there are, photos and files, as one ZIP, on record."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    activity = get_activity_with_papers(actor, pk)
    runs = may_run(actor, activity)
    own = bytes_of(list(in_use(activity.unit).values()))
    made = bundled(facts_of(actor, activity, now), kinds_for(runs), own, files_of(activity))
    actions.mark_printed(actor=actor, now=now, activity=activity, kind="bundle", form="zip", private=runs)
    name = _("%(title)s材料.zip") % {"title": file_name(activity.title)}
    return FileResponse(made, as_attachment=True, filename=name, content_type=TYPES["zip"])
