"""Addresses of collecting: path, view module and template share their name."""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern, URLResolver, path

from tongxin.collecting.views.complaints import answering, complaints
from tongxin.collecting.views.door import door
from tongxin.collecting.views.own import arrived, complaint, own_pass
from tongxin.collecting.views.paper import paper, sheet
from tongxin.collecting.views.points import point, point_removal, points, series, window_removal
from tongxin.collecting.views.proxy import proxy, proxy_withdrawal
from tongxin.collecting.views.receipts import exchanging, receipts, signing, taking_back
from tongxin.collecting.views.rest import explanation, reminder, rest, rest_sheet
from tongxin.collecting.views.roll import listing, person, tick, vouching
from tongxin.collecting.views.scan import scan, scans
from tongxin.collecting.views.ways import ways
from tongxin.collecting.views.windows import leaving, picking, windows

app_name = "collecting"
DOOR: Final = "<int:pk>/door/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/pass/", own_pass, name="pass"),
    path("<int:pk>/windows/", windows, name="windows"),
    path("<int:pk>/windows/<int:window>/picking/", picking, name="picking"),
    path("<int:pk>/windows/leaving/", leaving, name="leaving"),
    path("<int:pk>/proxy/", proxy, name="proxy"),
    path("<int:pk>/proxy/withdrawal/", proxy_withdrawal, name="proxy_withdrawal"),
    path("<int:pk>/arrived/", arrived, name="arrived"),
    path("<int:pk>/complaint/", complaint, name="complaint"),
    path("<int:pk>/points/", points, name="points"),
    path("points/<int:pk>/", point, name="point"),
    path("points/<int:pk>/removal/", point_removal, name="point_removal"),
    path("points/<int:pk>/windows/", series, name="series"),
    path("windows/<int:pk>/removal/", window_removal, name="window_removal"),
    path(DOOR, door, name="door"),
    path(f"{DOOR}scan/", scan, name="scan"),
    path(f"{DOOR}scans/", scans, name="scans"),
    path(f"{DOOR}list/", listing, name="list"),
    path(f"{DOOR}list/<int:entitled>/", person, name="person"),
    path(f"{DOOR}list/<int:entitled>/tick/", tick, name="tick"),
    path(f"{DOOR}list/<int:entitled>/proxy/", vouching, name="vouching"),
    path(f"{DOOR}paper/", paper, name="paper"),
    path(f"{DOOR}paper/<slug:kind>/", sheet, name="sheet"),
    path(f"{DOOR}ways/", ways, name="ways"),
    path(f"{DOOR}rest/", rest, name="rest"),
    path(f"{DOOR}rest/sheet/", rest_sheet, name="rest_sheet"),
    path(f"{DOOR}rest/reminder/", reminder, name="reminder"),
    path(f"{DOOR}rest/explanation/", explanation, name="explanation"),
    path(f"{DOOR}receipts/", receipts, name="receipts"),
    path("receipts/<int:receipt>/signature/", signing, name="signing"),
    path("receipts/<int:receipt>/taking-back/", taking_back, name="taking_back"),
    path("receipts/<int:receipt>/exchange/", exchanging, name="exchanging"),
    path("<int:pk>/complaints/", complaints, name="complaints"),
    path("complaints/<int:pk>/", answering, name="answering"),
]
