"""The list as a spreadsheet."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.activities.exports import activities_sheet
from tongxin.activities.forms.filters import filters_from
from tongxin.activities.models import Category
from tongxin.activities.queries.choices import units_to_organise
from tongxin.activities.queries.listing import found
from tongxin.core import clock
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import ACTIVITIES_READ


@require_safe
@signed_in
def export(request: HttpRequest) -> FileResponse:
    """What the list shows under the same filters, all pages."""
    actor = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_READ)
    units, categories = list(units_to_organise(actor)), list(Category.objects.all())
    filters = filters_from(request.GET, units, categories, clock.today(clock.now()))
    name = _("%(year)s年活动") % {"year": filters.year}
    return FileResponse(
        activities_sheet(found(actor, filters), filters.year), as_attachment=True, filename=f"{name}.xlsx"
    )
