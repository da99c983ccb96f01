"""Looking rules up, one rule, proposing, deciding, what would differ."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW
from tongxin.rulebook.hooks import Case, Judged
from tongxin.rulebook.models import Decision, Rule
from tongxin.rulebook.queries import check
from tongxin.rulebook.queries.effect import effect_of
from tongxin.rulebook.queries.lookup import lookup
from tongxin.rulebook.tests.making import load, own_rule, propose
from tongxin.rulebook.todos import ask

DAY = date(2020, 9, 29)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


def words(response):
    return response.content.decode()


@pytest.mark.parametrize("who", ["member", "branch", "office"])
def test_everybody_looks_up_what_may_be_spent_here_and_today(cast, who):
    load(cast)
    page = words(cast.client(who, in_office=who != "member").get("/rules/?occasion=festival"))
    assert "1,500元" in page and "安徽省基层工会经费收支管理实施办法（试行）" in page and "别处转述" in page
    assert "听说后来改为2,000元" in page and "结婚慰问" not in page


def test_another_place_and_another_day(cast):
    load(cast)
    page = words(cast.client("member").get("/rules/?occasion=festival&region=CN-51&on=2023-05-01"))
    assert "2,200元" in page and "原来是2,100元" in page
    assert cast.client("member").get("/rules/?occasion=moon&on=yesterday&region=XX").status_code == 200


def test_proposing_and_confirming_by_two_people(cast):
    load(cast)
    sent = {
        "unit": cast.union.pk, "title": "团建每人", "occasion": "outing", "metric": "sum_per_event_head", "value": "¥150",
        "severity": "block", "effective_from": "2020-01-01", "document": "会议纪要",
    }  # fmt: skip
    office = cast.client("office")
    answer = office.post("/rules/new/", sent)
    rule = Rule.objects.get(unit=cast.union)
    assert answer.status_code == 302 and rule.value == "15000"
    assert "要换一个人确认" in words(office.get(f"/rules/{rule.pk}/"))
    assert [todo.title for todo in ask(cast.actor("chair"), NOW)] == ["定一条规则：团建每人"]
    assert not ask(cast.actor("office"), NOW)
    chair = cast.client("chair")
    assert "确认这条规则" in words(chair.get(f"/rules/{rule.pk}/"))
    assert chair.post(f"/rules/{rule.pk}/confirmation/", {"words": ""}).status_code == 422
    assert chair.post(f"/rules/{rule.pk}/confirmation/", {"words": "看过纪要"}).status_code == 302
    assert Decision.objects.get().kind == "confirmed" and not ask(cast.actor("chair"), NOW)


@pytest.mark.parametrize(("value", "metric"), [("一百五", "sum_per_event_head"), ("0.5", "share_of_participants")])
def test_a_value_that_is_not_understood_stays_typed(cast, value, metric):
    load(cast)
    sent = {
        "unit": cast.union.pk, "title": "团建", "occasion": "outing", "metric": metric, "value": value, "severity": "warn",
        "effective_from": "2020-01-01", "document": "会议纪要",
    }  # fmt: skip
    answer = cast.client("office").post("/rules/new/", sent)
    assert answer.status_code == 422 and value in words(answer) and not Rule.objects.filter(unit=cast.union).exists()


def test_declining_and_the_region(cast):
    load(cast)
    rule = propose(cast)
    chair = cast.client("chair")
    assert chair.post(f"/rules/{rule.pk}/refusal/", {"words": "没有通过"}).status_code == 302
    assert chair.post("/rules/region/", {"unit": cast.union.pk, "region": "CN-77"}).status_code == 422
    assert chair.post("/rules/region/", {"unit": cast.union.pk, "region": "CN-51"}).status_code == 302
    assert "四川" in words(chair.get("/rules/"))


def test_the_own_rules_of_another_union_are_not_there(cast):
    load(cast)
    rule = own_rule(cast)
    assert cast.client("outsider").get(f"/rules/{rule.pk}/").status_code == 404
    assert "团建每人" not in words(cast.client("outsider").get("/rules/?occasion=outing"))


def test_a_change_tells_what_would_differ_and_judges_nothing_closed_anew(cast, monkeypatch):
    load(cast)
    rule = propose(cast)

    def cases(unit, occasion, since):
        for closed in (False, True):
            yield Case("图书馆团建", cast.units["lib"], occasion, DAY, {"fen_per_head": 18000}, closed)
        yield Case("便宜的", cast.units["lib"], occasion, DAY, {"fen_per_head": 1}, False)

    monkeypatch.setattr("tongxin.rulebook.queries.effect.judged", [Judged("test", cases)])
    found = effect_of(rule, cast.union)
    assert (found.looked_at, len(found.open), len(found.closed)) == (3, 1, 1)
    assert [finding.rule for finding in found.open[0].newly_broken] == [rule]
    page = words(cast.client("chair").get(f"/rules/{rule.pk}/effect/"))
    assert "图书馆团建" in page and "办完的不再重判" in page and "便宜的" not in page
    assert cast.client("member").get(f"/rules/{rule.pk}/effect/").status_code == 404


def test_checking_and_looking_up_take_a_fixed_number_of_queries(cast):
    load(cast)
    own_rule(cast)
    for call, most in (
        (lambda: check(cast.units["ee"], "outing", {"nights": 0}, DAY), 3),
        (lambda: lookup(cast.units["ee"], DAY), 3),
    ):
        with CaptureQueriesContext(
            connection,
        ) as held:
            call()
        assert len(held) <= most
