"""The planner's pages for office, branch, member and outsider; what is typed stays, and nothing changes before it is taken over."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from tests.cast import NOW
from tongxin.activities.models import Activity
from tongxin.planner import actions
from tongxin.planner.models import PlannerSettings, PlanningFacts, Proposal, QuarterBudget, TermSpan
from tongxin.planner.tests.making import NOVEMBER, planned, proposed, restrict
from tongxin.planner.todos import ask

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("tongxin.core.clock.now", lambda: NOW)


@pytest.fixture
def year(cast):
    restrict(cast)
    return {
        "match": planned(cast, "羽毛球赛", category="ti", day=date(2020, 11, 21), place="体育馆"),
        "lecture": planned(cast, "家庭教育讲座", unit="ee"),
        "small": planned(cast, "座谈会", unit="lib", expected=20, place="会议室"),
    }


@pytest.fixture
def office(cast):
    return cast.client("office")


def page(client, name, *args, query="", **more):
    return client.get(reverse(f"planner:{name}", args=args) + query, **more)


def text(answer):
    return answer.content.decode()


def test_the_years_page_says_what_it_would_reckon_with(cast, year, office):
    planned(cast, "没定的", day=None, expected=None)
    shown = text(page(office, "planner", 2020))
    assert "看怎么改最少" in shown and "减少聚集" in shown and "每月3个工作日" in shown and "没填人数" in shown
    assert "能办的尽量都办" in shown and "还没有。算一次不会动任何活动。" in shown


def test_the_year_has_a_tab_to_it_and_an_activity_its_panel(cast, year, office):
    assert reverse("planner:planner", args=[2020]) in text(office.get("/years/2020/"))
    shown = text(office.get(reverse("activities:activity", args=[year["match"].pk])))
    assert reverse("planner:facts", args=[year["match"].pk]) in shown and "都照猜的" in shown


def test_a_restriction_leads_to_the_repair(cast, year):
    from tongxin.restrictions.hooks import repairs

    repair = next(one for one in repairs if one.key == "planner")
    assert repair.url(cast.union, 2020) == f"/years/2020/planner/?unit={cast.union.pk}"
    assert repair.url(cast.union, 1900) is None


def test_from_the_button_to_the_year_as_it_is_proposed(cast, year, office):
    before = list(Activity.objects.order_by("pk").values_list("starts_on", "mode"))
    sent = office.post(reverse("planner:propose", args=[2020]))
    proposal = Proposal.objects.get()
    assert sent.status_code == 302 and sent.headers["Location"] == reverse("planner:proposal", args=[proposal.pk])
    shown = text(page(office, "proposal", proposal.pk))
    assert "动2项就够" in shown and "羽毛球赛" in shown and "采纳勾上的" in shown and "证明是最好的" in shown
    assert "减少聚集" in shown and "座谈会" in shown
    assert list(Activity.objects.order_by("pk").values_list("starts_on", "mode")) == before


def test_a_large_year_waits_for_the_worker_and_the_page_looks_again(cast, year, office, monkeypatch):
    monkeypatch.setattr("tongxin.planner.queries.overview.SMALL", 1)
    office.post(reverse("planner:propose", args=[2020]))
    proposal = Proposal.objects.get()
    waiting = page(office, "proposal", proposal.pk)
    assert proposal.state == "wanted" and waiting.headers["Refresh"] == "4" and "正在算" in text(waiting)
    actions.plan_wanted(now=NOW)
    assert "动2项就够" in text(page(office, "proposal", proposal.pk))


def test_lines_are_ticked_and_taken_over(cast, year, office):
    proposal = proposed(cast)
    match = proposal.moves.get(activity=year["match"])
    where = reverse("planner:acceptance", args=[proposal.pk])
    refused = office.post(where, {"lines": [match.pk], "reason": "", "words": "省里通知"})
    assert (
        refused.status_code == 422
        and "省里通知" in text(refused)
        and f'value="{match.pk}" id="line-{match.pk}" checked' in text(refused)
    )
    assert office.post(where, {"lines": [match.pk], "reason": "epidemic", "words": ""}, follow=True).status_code == 200
    year["match"].refresh_from_db()
    year["lecture"].refresh_from_db()
    assert year["match"].starts_on == match.day_after and year["lecture"].mode == "on_site"
    shown = text(page(office, "proposal", proposal.pk))
    assert "采纳了一部分" in shown and "撤回重排" in shown


def test_nothing_ticked_changes_nothing(cast, year, office):
    proposal = proposed(cast)
    answer = office.post(reverse("planner:acceptance", args=[proposal.pk]), {"reason": "epidemic"})
    assert answer.status_code == 422 and "一项都没勾" in text(answer)


def test_lines_are_left_as_they_are(cast, year, office):
    proposal = proposed(cast)
    match = proposal.moves.get(activity=year["match"])
    answer = office.post(reverse("planner:refusal", args=[proposal.pk]), {"lines": [match.pk]}, follow=True)
    assert "1项不改，照原来办。" in text(answer)
    assert office.post(reverse("planner:refusal", args=[proposal.pk]), {}).status_code == 422


def test_taking_back_and_throwing_away_ask_first(cast, year, office):
    proposal = proposed(cast)
    assert page(office, "removal", proposal.pk).status_code == 200
    actions.accept(actor=cast.actor("office"), now=NOW, proposal=proposal, reason="epidemic")
    assert "撤回重排" in text(page(office, "undoing", proposal.pk))
    answer = office.post(reverse("planner:undoing", args=[proposal.pk]), follow=True)
    assert "和采纳以前一样" in text(answer)
    year["match"].refresh_from_db()
    assert year["match"].starts_on == date(2020, 11, 21)
    assert office.post(reverse("planner:removal", args=[proposal.pk])).status_code == 422
    other = proposed(cast)
    assert office.post(reverse("planner:removal", args=[other.pk])).status_code == 302


def test_a_proposal_whose_facts_changed_says_so(cast, year, office):
    proposal = proposed(cast)
    Activity.objects.filter(pk=year["match"].pk).update(expected=300)
    assert "情况变了，不能照着改" in text(page(office, "proposal", proposal.pk))
    assert "情况变了" in text(page(office, "planner", 2020))


def test_looking_back_compares_with_what_happened_and_cannot_be_accepted(cast, year, office):
    Activity.objects.filter(pk=year["match"].pk).update(
        state="done", held_on=date(2020, 10, 10), starts_on=date(2020, 10, 10)
    )
    where = reverse("planner:look_back", args=[2020])
    assert office.post(where, {"as_of": ""}).status_code == 422
    assert office.post(where, {"as_of": "2020-12-01"}).status_code == 422
    answer = office.post(where, {"as_of": "2020-09-01"}, follow=True)
    shown = text(answer)
    assert "其中计入年度计划的3项：照计划不改能办2项，这样重排能办3项，实际办成1项。" in shown
    assert "实际办成" in shown and "逐项对照" in shown and "只看，不改" in shown and "采纳勾上的" not in shown


def test_who_only_reads_sees_it_without_the_buttons(cast, year):
    proposal = proposed(cast)
    auditor = cast.client("audit")
    assert "看怎么改最少" not in text(page(auditor, "planner", 2020)).replace("<title>", "")
    assert "采纳勾上的" not in text(page(auditor, "proposal", proposal.pk))
    assert page(cast.client("member"), "planner", 2020).status_code == 404
    assert page(cast.client("outsider"), "proposal", proposal.pk).status_code == 404


def test_facts_of_one_activity_show_the_guesses_and_keep_what_is_told(cast, year, office):
    where = reverse("planner:facts", args=[year["lecture"].pk])
    shown = text(office.get(where))
    assert "猜的：周三" in shown and "猜的：可以" in shown and "12月31日" in shown
    wrong = office.post(where, {"earliest": "2020-12-01", "latest": "2020-11-01", "like": "讲座", "cost": "一百"})
    assert wrong.status_code == 422 and "讲座" in text(wrong)
    wrong = office.post(where, {"earliest": "2020-12-01", "latest": "2020-11-01", "like": "讲座"})
    assert wrong.status_code == 422 and "最晚的日子早于最早的日子" in text(wrong)
    told = {
        "earliest": "2020-11-01",
        "weekdays": ["1", "3"],
        "parts": ["2"],
        "cost": "1,200.5",
        "avoid_exams": "no",
        "online": "no",
    }
    assert office.post(where, told).status_code == 302
    facts = PlanningFacts.objects.get()
    assert (facts.weekdays, facts.parts, facts.cost, facts.avoid_exams, facts.online) == (
        "13",
        "2",
        120050,
        False,
        "no",
    )
    assert "1200.5" in text(office.get(where))


def test_what_can_no_longer_move_asks_for_no_facts(cast, office):
    past = planned(cast, day=date(2020, 9, 2))
    answer = office.get(reverse("planner:facts", args=[past.pk]), follow=True)
    assert "已经不会再排" in text(answer)


def test_a_years_facts_are_gone_through_in_a_table(cast, year, office):
    where = reverse("planner:facts_table", args=[2020])
    shown = text(office.get(where))
    assert "羽毛球赛" in shown and "座谈会" in shown
    given = {
        f"f{year['match'].pk}-heads": "40",
        f"f{year['lecture'].pk}-keeps_day": "on",
        f"f{year['small'].pk}-online": "no",
    }
    assert office.post(where, given).status_code == 302
    told = {facts.activity_id: facts for facts in PlanningFacts.objects.all()}
    assert (
        told[year["match"].pk].heads == 40
        and told[year["lecture"].pk].keeps_day
        and told[year["small"].pk].online == "no"
    )
    assert office.post(where, {f"f{year['match'].pk}-heads": "很多"}).status_code == 422
    wrong = {
        f"f{year['match'].pk}-earliest": "2020-12-01",
        f"f{year['match'].pk}-latest": "2020-11-01",
        f"f{year['small'].pk}-heads": "9",
    }
    assert office.post(where, wrong).status_code == 422 and not PlanningFacts.objects.filter(heads=9).exists()


def test_a_branch_tells_of_its_own_and_only_reads_the_rest(cast, year):
    shown = text(cast.client("branch").get(reverse("planner:facts_table", args=[2020])))
    assert "家庭教育讲座" in shown and "羽毛球赛" not in shown


def test_settings_of_the_union(cast, office):
    where = reverse("planner:settings", args=[2020])
    assert "能办的尽量都办" in text(office.get(where))
    given = {
        "first": "kept", "second": "moves", "third": "announced", "fourth": "level", "fifth": "on_site", "part_time": 2, "full_time": 12,
        "notice": 10, "second_half": 55, "factor": 5,
    }  # fmt: skip
    assert office.post(where, {**given, "fifth": "kept"}).status_code == 422
    assert office.post(where, given).status_code == 302
    kept = PlannerSettings.objects.get()
    assert kept.unit == cast.union and kept.order[1] == "moves" and kept.part_time == 2


def test_budgets_of_the_quarters(cast, office):
    where = reverse("planner:budget", args=[2020])
    assert office.post(where, {"q1": "1万", "q4": "-5"}).status_code == 422
    assert office.post(where, {"q1": "1万", "q4": ""}).status_code == 302
    assert list(QuarterBudget.objects.values_list("unit", "quarter", "fen")) == [(cast.union.pk, 1, 1000000)]
    assert "10000" in text(office.get(where))


def test_spans_are_entered_and_taken_out(cast, office):
    where = reverse("planner:new_span", args=[2020])
    span = {"kind": "exam", "name": "期末考试周", "starts_on": "2020-12-28", "ends_on": "2020-12-31"}
    assert office.post(where, {**span, "ends_on": "2020-12-01"}).status_code == 422
    assert office.post(where, span).status_code == 302
    assert office.post(where, span).status_code == 422
    shown = text(page(office, "spans", 2020))
    assert "期末考试周" in shown
    assert office.post(reverse("planner:remove_span", args=[TermSpan.objects.get().pk])).status_code == 302
    assert not TermSpan.objects.exists() and NOVEMBER.year == 2020


def test_a_proposal_waits_for_whoever_decides_until_it_is_decided(cast, year):
    older, newest = proposed(cast), proposed(cast)
    (todo,) = ask(cast.actor("office"), NOW)
    assert todo.key == f"planner.proposal.{newest.pk}" != f"planner.proposal.{older.pk}"
    assert "2项等你勾" in todo.why
    assert not ask(cast.actor("branch"), NOW)
    assert not ask(cast.actor("office", in_office=False), NOW)
    actions.drop(actor=cast.actor("office"), now=NOW, proposal=older)
    actions.accept(actor=cast.actor("office"), now=NOW, proposal=newest, reason="epidemic")
    assert not ask(cast.actor("office"), NOW)
