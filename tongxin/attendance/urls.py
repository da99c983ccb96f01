"""Addresses of attendance: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.attendance.views import door, doors, expected, own, roll, scan, screen

app_name = "attendance"
DOORS = "activities/<int:pk>/check-in/"
DOOR = f"{DOORS}<int:slot>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(DOORS, doors.doors, name="doors"),
    path(DOOR, door.door, name="door"),
    path(f"{DOOR}count/", door.count, name="count"),
    path(f"{DOOR}opening/", door.opening, name="opening"),
    path(f"{DOOR}closing/", door.closing, name="closing"),
    path(f"{DOOR}reopening/", door.reopening, name="reopening"),
    path(f"{DOOR}scan/", scan.scan, name="scan"),
    path(f"{DOOR}scans/", scan.scans, name="scans"),
    path(f"{DOOR}list/", roll.listing, name="list"),
    path(f"{DOOR}tick/", roll.tick, name="tick"),
    path(f"{DOOR}paper/", roll.paper, name="paper"),
    path(f"{DOOR}walk-in/", roll.walk_in, name="walk_in"),
    path(f"{DOOR}came/<int:attendance>/undo/", roll.undo, name="undo"),
    path(f"{DOOR}expected/", expected.expected, name="expected"),
    path(f"{DOOR}expected/<int:line>/excuse/", expected.excuse, name="excuse"),
    path(f"{DOOR}expected/<int:line>/removal/", expected.unexpected, name="unexpected"),
    path(f"{DOOR}screen/", screen.screen, name="screen"),
    path(f"{DOOR}screen/now/", screen.screen_now, name="screen_now"),
    path("activities/<int:pk>/pass/", own.own_pass, name="pass"),
    path("check-in/s/<int:slot>-<slug:code>/", own.arrival, name="arrival"),
]
