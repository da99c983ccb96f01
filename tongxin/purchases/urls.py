"""Addresses of purchases: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.purchases.views import invoices, line_acts, lines, parts, round_acts, rounds, tasks, year

app_name = "purchases"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", year.year, name="year"),
    path("export/", year.export, name="export_year"),
    path("lines/", lines.lines, name="lines"),
    path("lines/export/", lines.export, name="export_lines"),
    path("lines/new/", line_acts.new, name="new_line"),
    path("lines/<int:pk>/", lines.line, name="line"),
    path("lines/<int:pk>/counter-entry/", line_acts.counter_entry, name="counter_entry"),
    path("lines/<int:pk>/rewriting/", line_acts.rewriting, name="rewriting"),
    path("invoices/", invoices.invoices, name="invoices"),
    path("invoices/new/", invoices.new, name="new_invoice"),
    path("invoices/<int:pk>/", invoices.invoice, name="invoice"),
    path("invoices/<int:pk>/voiding/", invoices.voiding, name="void_invoice"),
    path("tasks/new/", tasks.new, name="new_task"),
    path("tasks/<int:pk>/edit/", tasks.edit, name="edit_task"),
    path("tasks/<int:pk>/removal/", tasks.removal, name="remove_task"),
    path("tasks/<int:pk>/parts/new/", parts.new, name="new_part"),
    path("parts/<int:pk>/edit/", parts.edit, name="edit_part"),
    path("parts/<int:pk>/done/", parts.finish, name="finish_part"),
    path("parts/<int:pk>/removal/", parts.removal, name="remove_part"),
    path("rounds/<int:pk>/", rounds.round_money, name="round"),
    path("rounds/<int:pk>/settlement.docx", rounds.paper, name="paper"),
    path("rounds/<int:pk>/settlement.xlsx", rounds.sheet, name="sheet"),
    path("rounds/<int:pk>/settlement/", round_acts.settlement, name="settle"),
    path("rounds/<int:pk>/packs/<int:pack>/buying/", round_acts.buying, name="buy_pack"),
    path("rounds/<int:pk>/packs/<int:pack>/acceptance/", round_acts.acceptance, name="accept"),
    path("acceptances/<int:pk>/removal/", round_acts.acceptance_removal, name="withdraw_acceptance"),
]
