"""Addresses of the year: its page, calendar, changes, frozen plan, work items and days."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, register_converter

from tongxin.plan.views import (
    approval,
    calendar,
    changes,
    days,
    export,
    item_acts,
    items,
    proposals,
    review,
    steps,
    units,
    year,
)  # fmt: skip


class Year:
    """A year that lunar dates are known for: 1950 to 2100."""

    regex = r"19[5-9][0-9]|20[0-9][0-9]|2100"

    def to_python(self, value: str) -> int:
        """As a number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """As it stands."""
        return str(value)


register_converter(Year, "year")

app_name = "plan"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", year.years, name="years"),
    path("<year:year>/", year.year, name="year"),
    path("<year:year>/export/", export.year, name="export_year"),
    path("<year:year>/calendar/", calendar.calendar, name="calendar"),
    path("<year:year>/units/", units.units, name="units"),
    path("<year:year>/units/export/", export.units, name="export_units"),
    path("<year:year>/changes/", changes.changes, name="changes"),
    path("<year:year>/changes/export/", export.changes, name="export_changes"),
    path("<year:year>/baseline/", changes.baseline, name="baseline"),
    path("<year:year>/baseline/export/", export.baseline, name="export_baseline"),
    path("<year:year>/approve/", approval.approve, name="approve"),
    path("<year:year>/submit/", review.submit, name="submit"),
    path("<year:year>/review/", review.review, name="review"),
    path("<year:year>/send-back/", review.send_back, name="send_back"),
    path("<year:year>/proposals/", proposals.proposals, name="proposals"),
    path("<year:year>/proposals/<str:source>/<str:code>/take-up/", proposals.take_up, name="take_up"),
    path("<year:year>/proposals/<str:source>/<str:code>/leave-out/", proposals.leave_out, name="leave_out"),
    path("<year:year>/items/", items.items, name="items"),
    path("<year:year>/items/export/", export.items, name="export_items"),
    path("<year:year>/items/new/", item_acts.new, name="new_item"),
    path("<year:year>/days/", days.days, name="days"),
    path("<year:year>/days/new/", days.new, name="new_day"),
    path("items/<int:pk>/", items.item, name="item"),
    path("items/<int:pk>/progress/", item_acts.progress, name="report_progress"),
    path("items/<int:pk>/finish/", item_acts.finish, name="finish_item"),
    path("items/<int:pk>/close/", item_acts.close, name="close_item"),
    path("items/<int:pk>/carry/", item_acts.carry, name="carry_item"),
    path("items/<int:pk>/steps/add/", steps.add, name="add_step"),
    path("steps/<int:pk>/tick/", steps.tick, name="tick_step"),
    path("steps/<int:pk>/remove/", steps.remove, name="remove_step"),
    path("days/<int:pk>/remove/", days.remove, name="remove_day"),
]
