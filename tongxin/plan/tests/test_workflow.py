"""A plan on its way: laid before others, reviewed by somebody else, sent back, approved; and what one officer alone may."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import NOW, Cast
from tongxin.activities.tests.making import add
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.org.models import Post
from tongxin.plan import actions
from tongxin.plan.models import AnnualPlan
from tongxin.plan.rules import workflow
from tongxin.plan.tests.making import JANUARY, approve, review

ACTS: dict[str, tuple[Any, dict[str, str]]] = {
    "submit": (actions.submit_plan, {}),
    "review": (actions.review_plan, {"words": "同意。"}),
    "send_back": (actions.send_back, {"words": "五月太挤。"}),
}


def do(cast: Cast, act: str, by: str, **more):
    function, given = ACTS[act]
    return function(actor=cast.actor(by), now=JANUARY, unit=cast.union, year=2020, **(given | more))


def refused(code: str, *args, **given) -> None:
    before = (Entry.objects.count(), list(AnnualPlan.objects.values_list("state", "review_words")))
    with pytest.raises(Refused) as refusal:
        do(*args, **given)
    assert refusal.value.code == code
    assert (Entry.objects.count(), list(AnnualPlan.objects.values_list("state", "review_words"))) == before


@pytest.mark.parametrize("reviewer", ["chair", "audit"])
def test_a_plan_goes_from_draft_to_reviewed_to_approved(cast, reviewer):
    add(cast)
    assert do(cast, "submit", "office").state == "submitted"
    plan = do(cast, "review", reviewer)
    assert (plan.state, plan.review_words, plan.reviewed_by) == ("reviewed", "同意。", cast.people[reviewer].user)
    assert approve(cast, reviewed=False).state == "approved"
    acts = Entry.objects.filter(thing_type="plan.annualplan").order_by("id").values_list("act", flat=True)
    assert list(acts) == ["plan.submit", "plan.review", "plan.approve"]


def test_a_plan_is_not_approved_without_a_review(cast):
    add(cast)
    for step in (None, "submit"):
        if step:
            do(cast, step, "office")
        with pytest.raises(Refused) as refusal:
            approve(cast, reviewed=False)
        assert refusal.value.code == "plan.not_reviewed"


def test_one_officer_alone_approves_without_a_review(cast):
    add(cast)
    Post.objects.filter(unit=cast.union).exclude(person=cast.people["chair"]).delete()
    assert approve(cast, reviewed=False).state == "approved"


def test_the_plan_of_a_branch_with_one_officer_needs_no_review(cast):
    add(cast, unit="ee")
    assert approve(cast, by="branch", unit="ee", reviewed=False).state == "approved"


def test_who_prepared_the_plan_does_not_review_it(cast):
    add(cast)
    do(cast, "submit", "office")
    refused("plan.own_review", cast, "review", "office")


def test_a_review_says_something(cast):
    add(cast)
    do(cast, "submit", "office")
    for act in ("review", "send_back"):
        refused("plan.words_missing", cast, act, "audit", words=" ")


def test_a_plan_comes_back_with_what_is_to_be_changed(cast):
    add(cast)
    do(cast, "submit", "office")
    plan = do(cast, "send_back", "audit")
    assert (plan.state, plan.review_words) == ("draft", "五月太挤。")
    assert "五月太挤" in cast.client("office").get("/years/2020/").content.decode()
    do(cast, "submit", "office")
    do(cast, "review", "audit")
    assert do(cast, "send_back", "chair").state == "draft"


@pytest.mark.parametrize(
    ("act", "before"), [("review", []), ("send_back", []), ("submit", ["submit"]), ("review", ["submit", "review"])]
)
def test_each_step_has_its_time(cast, act, before):
    add(cast)
    for step in before:
        do(cast, step, "office" if step == "submit" else "audit")
    refused("plan.not_now", cast, act, "office" if act == "submit" else "audit")


def test_an_empty_plan_is_laid_before_nobody(cast):
    refused("plan.empty", cast, "submit", "office")


def test_nothing_happens_to_an_approved_plan(cast):
    add(cast)
    approve(cast)
    for act in ACTS:
        refused("plan.already_approved", cast, act, "chair")


@pytest.mark.parametrize("act", ["submit", "review", "send_back"])
@pytest.mark.parametrize("who", ["member", "branch", "party", "hr", "outsider"])
def test_nobody_else_takes_a_step(cast, act, who):
    add(cast)
    refused("access.no_right", cast, act, who)


def test_the_auditor_prepares_nothing(cast):
    add(cast)
    refused("access.no_right", cast, "submit", "audit")


def test_the_pages_take_the_plan_all_the_way(cast):
    add(cast)
    office, auditor, chair = (cast.client(who) for who in ("office", "audit", "chair"))
    assert "提请审议" in office.get("/years/2020/").content.decode()
    assert office.post("/years/2020/submit/", {"idea": "一个引领"}).status_code == 302
    assert "请另一位干部" in office.get("/years/2020/review/").content.decode()
    assert "审议计划" in auditor.get("/years/2020/").content.decode()
    answer = auditor.post("/years/2020/review/", {"words": ""})
    assert answer.status_code == 422
    assert auditor.post("/years/2020/review/", {"words": "同意，场地早定。"}).status_code == 302
    page = chair.get("/years/2020/approve/").content.decode()
    assert "同意，场地早定" in page and "审议以后计划又改过" not in page
    add(cast, "后来加的")
    assert "审议以后计划又改过" in chair.get("/years/2020/approve/").content.decode()
    assert chair.post("/years/2020/approve/", {"approved_on": "2020-10-19"}).status_code == 302
    assert "同意，场地早定" in chair.get("/years/2020/baseline/").content.decode()


def test_a_plan_is_sent_back_on_the_page(cast):
    add(cast)
    do(cast, "submit", "office")
    client = cast.client("audit")
    assert client.post("/years/2020/send-back/", {"words": ""}).status_code == 422
    assert client.post("/years/2020/send-back/", {"words": "改一改"}).status_code == 302
    assert AnnualPlan.objects.get().state == "draft"


def test_a_refused_approval_on_the_page_stays_there(cast):
    add(cast)
    answer = cast.client("chair").post("/years/2020/approve/", {"approved_on": "2020-10-19"})
    assert answer.status_code == 422 and "还没审议" in answer.content.decode()


def test_changes_of_work_since_the_approval_stand_on_the_page(cast):
    add(cast)
    review(cast)
    approve(cast)
    actions.add_work_item(actor=cast.actor("office"), now=NOW, unit=cast.union, year=2020, title="建职工之家")
    page = cast.client("office").get("/years/2020/changes/").content.decode()
    assert "工作事项的变动" in page and "建职工之家" in page


@pytest.mark.parametrize(
    ("state", "officers", "may"),
    [("reviewed", 3, True), ("submitted", 3, False), ("draft", 2, False), ("draft", 1, True), ("submitted", 0, True),
     ("approved", 1, False)],
)  # fmt: skip
def test_when_a_plan_may_be_approved(state, officers, may):
    assert workflow.may_approve(state, officers=officers) is may


def test_the_mark_of_a_plan_changes_with_it():
    assert workflow.mark([("登高", "")]) == workflow.mark([("登高", "")]) != workflow.mark([("登高", "2020-10-25")])
