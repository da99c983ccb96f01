"""Pages of handing out take as many queries for many people, points and receipts as for few."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, make_person, make_unit
from tongxin.collecting import actions
from tongxin.collecting.actions import Scan
from tongxin.collecting.models import Complaint, Proxy, Receipt, Window
from tongxin.collecting.tests.making import code, entitle, line, make_point, make_round, make_windows
from tongxin.org.models import Unit

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 45
PAGES = [
    ("/welfare/{round}/", "member", 75), ("/welfare/{round}/", "office", 75), ("/welfare/{round}/pass/", "member", 40),
    ("/welfare/{round}/windows/", "member", 25), ("/welfare/{round}/complaint/", "branch", 25),
    ("/welfare/{round}/points/", "office", 25), ("/welfare/{round}/door/", "office", 25), ("/welfare/{round}/door/", "branch", 30),
    ("/welfare/{round}/door/scan/", "branch", 25), ("/welfare/{round}/door/list/", "office", 30),
    ("/welfare/{round}/door/list/?q=z&state=missing", "branch", 30), ("/welfare/{round}/door/list/{line}/", "office", 40),
    ("/welfare/{round}/door/paper/?unit={ee}", "office", 30), ("/welfare/{round}/door/paper/xlsx/", "office", 30),
    ("/welfare/{round}/door/ways/", "office", 30), ("/welfare/{round}/door/rest/", "office", 30),
    ("/welfare/{round}/door/receipts/", "office", 20), ("/welfare/{round}/complaints/", "office", 25),
    ("/figures/2020/welfare.recipients/", "office", 45), ("/figures/2020/welfare.coverage/", "office", 45),
]  # fmt: skip


def fill(cast, round, count, mark):
    """So many units, people, points with slots, receipts, proxies and complaints."""
    for number in range(count):
        unit = make_unit(f"{mark}{number}", f"{mark}第{number}分工会", Unit.Kind.BRANCH, cast.union)
        point = make_point(cast, round, f"{mark}点{number}", "ee")
        point.units.add(unit)
        make_windows(cast, point)
        got = entitle(round, make_person(f"{mark}1{number}", f"张{number}", unit, cast.union, user=False))
        waits = entitle(round, make_person(f"{mark}2{number}", f"赵{number}", cast.units["ee"], cast.union, user=False))
        pack = round.packs.first()
        at = NOW - timedelta(hours=number % 20)
        Receipt.objects.create(entitled=got, pack=pack, way="scan", at=at, kept_at=at, by="周敏", point=point)
        undone = {"undone_at": at, "undone_why": "错了"}
        Receipt.objects.create(entitled=waits, pack=pack, way="scan", at=at, kept_at=at, by="周敏", **undone)
        Proxy.objects.create(entitled=waits, person=cast.people["member"], at=at, by="周敏")
        Complaint.objects.create(entitled=got, kind="other", words="怎么了", at=at)


def queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url)
    assert answer.status_code == 200, url
    return len(captured)


@time_machine.travel(NOW, tick=False)
def test_pages_take_as_many_queries_for_many_as_for_few(cast):
    round = make_round(cast, "member", "branch", packs="AB")
    actions.hand_over(actor=cast.actor("office"), now=NOW, entitled=line(round, cast.people["branch"]))
    names = {"round": round.pk, "line": line(round, cast.people["member"]).pk, "ee": cast.units["ee"].pk}
    clients = {who: cast.client(who, in_office=who != "member") for who in ("member", "office", "branch")}
    for url, who, _most in PAGES:  # what is read once a process
        clients[who].get(url.format(**names))
    counted = []
    for count, mark in ((FEW, "a"), (MANY, "b")):
        fill(cast, round, count, mark)
        pages = [(url, who, queries(clients[who], url.format(**names))) for url, who, _most in PAGES]
        counted.append(pages)
    assert counted[0] == counted[1]
    assert [each for each, page in zip(counted[1], PAGES, strict=True) if each[2] > page[2]] == []
    assert Window.objects.count() > 2 * MANY


@time_machine.travel(NOW, tick=False)
def test_a_queue_costs_as_many_queries_as_a_few_scans(cast):
    round = make_round(cast, "branch")
    people = [
        make_person(f"9{number:04d}", f"钱{number}", cast.units["ee"], cast.union, user=False) for number in range(60)
    ]
    for person in people:
        entitle(round, person)

    def send(some):
        scans = [Scan(f"k{person.pk}", code(round, person)) for person in some]
        with CaptureQueriesContext(connection) as captured:
            answers = actions.hand_over_many(actor=cast.actor("branch"), now=NOW, round=round.pk, scans=scans)
        assert {answer.code for answer in answers} == {"in"}
        return len(captured)

    assert send(people[:5]) == send(people[5:35]) <= 24
