"""The list as a spreadsheet."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.activities.exports import activities_sheet
from tongxin.activities.forms.filters import filters_from
from tongxin.activities.models import Category
from tongxin.activities.queries.choices import asked_year, units_to_organise
from tongxin.activities.queries.listing import found, year_with_any, years
from tongxin.core import clock
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import ACTIVITIES_READ

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@signed_in
def export(request: HttpRequest) -> HttpResponse:
    """What the list shows under the same filters, all pages."""
    actor = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_READ)
    units, categories = list(units_to_organise(actor)), list(Category.objects.all())
    year = asked_year(request.GET.get("year", "")) or year_with_any(years(actor), clock.today(clock.now()))
    filters = filters_from(request.GET, units, categories, year)
    name = _("%(year)s年活动") % {"year": filters.year}
    book = activities_sheet(found(actor, filters), filters.year)
    answer = HttpResponse(book.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx")
    return answer
