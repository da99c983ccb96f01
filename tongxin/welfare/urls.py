"""Addresses of welfare: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.welfare.views import packs, papers, people, rate, set_poll, turns
from tongxin.welfare.views.edit import edit
from tongxin.welfare.views.new import new
from tongxin.welfare.views.poll import poll
from tongxin.welfare.views.round import round
from tongxin.welfare.views.rounds import rounds

app_name = "welfare"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", rounds, name="rounds"),
    path("new/", new, name="new"),
    path("<int:pk>/", round, name="round"),
    path("<int:pk>/edit/", edit, name="edit"),
    path("<int:pk>/poll/", poll, name="poll"),
    path("<int:pk>/poll/edit/", set_poll.set_poll, name="set_poll"),
    path("<int:pk>/poll/end/", set_poll.end_poll, name="end_poll"),
    path("<int:pk>/rate/", rate.rate, name="rate"),
    path("<int:pk>/rate/result/", rate.result, name="result"),
    path("<int:pk>/rate/asking/", rate.asking, name="asking"),
    path("<int:pk>/packs/new/", packs.new_pack, name="new_pack"),
    path("<int:pk>/packs/export/", papers.packs_export, name="packs_export"),
    path("<int:pk>/packs/prices/", packs.prices, name="prices"),
    path("<int:pk>/packs/<int:pack>/", packs.pack, name="pack"),
    path("<int:pk>/packs/<int:pack>/removal/", packs.removal, name="removal"),
    path("<int:pk>/packs/<int:pack>/picture/", packs.picture, name="picture"),
    path("<int:pk>/packs/<int:pack>/quotes/", packs.quotes, name="quotes"),
    path("<int:pk>/packs/<int:pack>/stock/", packs.stock, name="stock"),
    path("<int:pk>/people/", people.people, name="people"),
    path("<int:pk>/people/drawing/", people.drawing, name="drawing"),
    path("<int:pk>/people/addition/", people.addition, name="addition"),
    path("<int:pk>/people/export/", papers.people_export, name="people_export"),
    path("<int:pk>/people/<int:row>/striking/", people.striking, name="striking"),
    path("<int:pk>/people/remarks/", people.remarks, name="remarks"),
    path("<int:pk>/people/remarks/<int:row>/", people.remark, name="remark"),
    path("<int:pk>/people/missing/<int:missing>/", people.missing, name="missing"),
    path("<int:pk>/submission/", turns.submission, name="submission"),
    path("<int:pk>/approval/", turns.approval, name="approval"),
    path("<int:pk>/returning/", turns.returning, name="returning"),
    path("<int:pk>/withdrawal/", turns.withdrawal, name="withdrawal"),
    path("<int:pk>/opening/", turns.opening, name="opening"),
    path("<int:pk>/choosing-end/", turns.choosing_end, name="choosing_end"),
    path("<int:pk>/choosing-until/", turns.choosing_until, name="choosing_until"),
    path("<int:pk>/handing-out/", turns.handing_out, name="handing_out"),
    path("<int:pk>/closing/", turns.closing, name="closing"),
    path("<int:pk>/cancellation/", turns.cancellation, name="cancellation"),
    path("<int:pk>/papers/<slug:kind>.<slug:form>", papers.paper, name="paper"),
]
