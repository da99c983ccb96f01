"""Last year's problems are proposed once, answered once, and asked about the year after."""

from __future__ import annotations

import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.plan import actions
from tongxin.plan.hooks import Proposed, Proposer, proposals
from tongxin.plan.models import TakenUp, WorkItem
from tongxin.plan.queries.proposals import proposals_page

IDLE = Proposed("idle", "给分工会送方案", "一个分工会没有自办活动", "/figures/2019/", "work", "branch")
EMPTY = Proposed("empty", "补一项体育竞赛", "体育竞赛一项也没有", kind="activity")


@pytest.fixture(autouse=True)
def proposer(monkeypatch):
    fresh = type(proposals)("proposer")
    fresh.register(Proposer("records", "记录", lambda unit, year: (IDLE, EMPTY) if year in (2020, 2021) else ()))
    for place in ("queries.proposals", "actions.proposals", "views.proposals"):
        name = "proposers" if place.startswith("views") else "proposals"
        monkeypatch.setattr(f"tongxin.plan.{place}.{name}", fresh)


def take(cast, code="idle", **more):
    given = {"actor": cast.actor("office"), "now": NOW, "unit": cast.union, "year": 2020, "source": "records", **more}
    return actions.take_up(code=code, **given)


def leave(cast, code="idle", words="今年不做", **more):
    given = {"actor": cast.actor("office"), "now": NOW, "unit": cast.union, "year": 2020, "source": "records", **more}
    return actions.leave_out(code=code, words=words, **given)


def refused(code, act, *args, **given) -> None:
    before = (Entry.objects.count(), TakenUp.objects.count(), WorkItem.objects.count())
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    assert refusal.value.code == code
    assert (Entry.objects.count(), TakenUp.objects.count(), WorkItem.objects.count()) == before


def test_a_proposal_becomes_a_work_item_or_an_idea(cast):
    taken = take(cast)
    assert (taken.work_item.title, taken.work_item.kind, taken.work_item.year) == ("给分工会送方案", "branch", 2020)
    idea = take(cast, "empty", title="羽毛球赛")
    assert (idea.activity.title, idea.activity.state, idea.work_item) == ("羽毛球赛", "idea", None)
    page = proposals_page(cast.union, 2020)
    assert not page.open and [one.became for one in page.answered] == ["给分工会送方案", "羽毛球赛"]


def test_a_proposal_is_answered_once(cast):
    take(cast)
    refused("proposal.answered", take, cast)
    refused("proposal.answered", leave, cast)


def test_a_proposal_that_nobody_makes_is_gone(cast):
    refused("proposal.gone", take, cast, "other")
    refused("proposal.gone", take, cast, year=2022)
    refused("proposal.gone", take, cast, source="nobody")


def test_leaving_out_wants_a_word(cast):
    refused("proposal.words_missing", leave, cast, words=" ")
    assert leave(cast).words == "今年不做"
    assert proposals_page(cast.union, 2020).answered[0].left_out


@pytest.mark.parametrize("who", ["member", "branch", "audit", "party", "outsider"])
def test_nobody_else_answers(cast, who):
    for act in (take, leave):
        refused("access.no_right", act, cast, actor=cast.actor(who))


def test_the_year_after_asks_what_became_of_it(cast):
    item = take(cast).work_item
    actions.finish_work_item(actor=cast.actor("office"), now=NOW, item=item)
    (one,) = proposals_page(cast.union, 2021).before
    assert (one.became, one.shape, one.state) == ("给分工会送方案", "done", "已完成 100%")
    page = cast.client("office").get("/years/2021/proposals/").content.decode()
    assert "2020年列入的，后来怎样" in page


def test_the_page_lists_and_answers(cast):
    client = cast.client("office")
    page = client.get("/years/2020/proposals/").content.decode()
    assert "给分工会送方案" in page and "/figures/2019/" in page
    url = "/years/2020/proposals/records/idle/"
    assert "给分工会送方案" in client.get(f"{url}take-up/").content.decode()
    assert client.post(f"{url}take-up/", {"title": "", "kind": "work"}).status_code == 422
    assert client.post(f"{url}take-up/", {"title": "送方案", "kind": "work"}).status_code == 302
    assert client.post("/years/2020/proposals/records/empty/leave-out/", {"words": "场地没有"}).status_code == 302
    page = client.get("/years/2020/proposals/").content.decode()
    assert "送方案" in page and "场地没有" in page and "没有还没处理的" in page
    assert client.get("/years/2020/proposals/records/none/take-up/").status_code == 404


@pytest.mark.parametrize(("who", "status"), [("party", 200), ("audit", 200), ("member", 404), ("outsider", 404)])
def test_who_reads_the_proposals(cast, who, status):
    assert cast.client(who).get(f"/years/2020/proposals/?unit={cast.union.pk}").status_code == status
