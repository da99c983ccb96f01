"""A committee lets a round go beyond a limit: in red for who approves, in the papers, frozen once it is handed in."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cast import NOW, Cast
from tongxin.core.refusals import Refused
from tongxin.rulebook.actions import Decided, exempt, load_packs, set_region, withdraw_exemption
from tongxin.rulebook.models import Exemption, Rule
from tongxin.welfare import actions
from tongxin.welfare.models import Round, Share
from tongxin.welfare.papers import PAPERS
from tongxin.welfare.queries.cases import cases
from tongxin.welfare.queries.checked import checked
from tongxin.welfare.queries.papers import facts_of
from tongxin.welfare.tests.making import make_round
from tongxin.welfare.tests.office import fresh, ready

pytestmark = pytest.mark.django_db
TYPED = {
    "minutes_no": "工会委员会2020年第6号纪要", "minutes_on": "2020-10-12", "basis": "省总工会关于扶贫产品的通知", "basis_no": "皖工发〔2020〕12号",
    "why": "多买扶贫产品",
}  # fmt: skip


def over(cast: Cast, given: int = 140_000) -> Round:
    """A draft of 120 yuan that brings the year beyond its cap of 1,500."""
    load_packs(actor=cast.shell, now=NOW)
    set_region(actor=cast.actor("chair"), now=NOW, unit=cast.union, region="CN-34-02")
    round = ready(cast)
    Share.objects.create(round=make_round(cast, "closed", title="春节", festival="春节"), payer="union", fen=given)
    return round


def cap() -> Rule:
    return Rule.objects.get(rule_id="AH.FEST.CAP", effective_from__isnull=False)


def let(cast: Cast, round: Round, *, by: str = "office", part: str = "union", **more: Any) -> Exemption:
    decided = Decided(**{**TYPED, "minutes_on": date(2020, 10, 12)})
    return exempt(
        actor=cast.actor(by), now=NOW, kind="round", thing=round.pk, rule=cap(), part=part, decided=decided, **more
    )


def refused(code: str, act: Any, **given: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        act(now=NOW, **given)
    assert caught.value.code == code
    return caught.value


def test_a_round_beyond_the_cap_goes_on_by_a_committees_decision(cast):
    round = over(cast)
    refused("welfare.against_rules", actions.submit, actor=cast.actor("office"), round=round)
    let(cast, round)
    found = checked(round)
    assert not found.blocks and [each.rule for each in found.exempted] == [cap()]
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    assert actions.approve(actor=cast.actor("chair"), now=NOW, round=round).state == "approved"


def test_what_gets_worse_is_stopped_again(cast):
    round = over(cast)
    let(cast, round)
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    Share.objects.create(round=make_round(cast, "approved", title="端午", festival="端午"), payer="union", fen=1)
    refused("welfare.against_rules", actions.approve, actor=cast.actor("chair"), round=round)
    actions.withdraw(actor=cast.actor("office"), now=NOW, round=round)
    refused("welfare.against_rules", actions.submit, actor=cast.actor("office"), round=round)


def test_another_payer_is_not_covered(cast):
    round = over(cast)
    let(cast, round)
    with pytest.raises(Refused) as caught:
        let(cast, round, part="school")
    assert caught.value.code == "rulebook.not_broken"


def test_who_recorded_it_does_not_approve_it(cast):
    round = over(cast)
    let(cast, round, by="chair")
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    assert (
        "换一个人" in refused("welfare.exempted_it", actions.approve, actor=cast.actor("chair"), round=round).sentence
    )


def test_what_was_handed_in_holds_its_exemptions(cast):
    round = over(cast)
    made = let(cast, round)
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    with pytest.raises(Refused) as caught:
        let(cast, round)
    assert caught.value.code == "welfare.not_possible"
    refused("welfare.not_possible", withdraw_exemption, actor=cast.actor("office"), exemption=made, why="x")
    actions.approve(actor=cast.actor("chair"), now=NOW, round=round)
    refused("welfare.not_possible", withdraw_exemption, actor=cast.actor("office"), exemption=made, why="x")
    assert not made.__class__.objects.exclude(withdrawal=None).exists()
    actions.withdraw(actor=cast.actor("office"), now=NOW, round=round)
    withdraw_exemption(actor=cast.actor("office"), now=NOW, exemption=made, why="重新开会")
    refused("welfare.against_rules", actions.submit, actor=cast.actor("office"), round=fresh(round))


def test_who_does_not_run_it_records_nothing(cast):
    round = over(cast)
    for who in ("audit", "branch", "member"):
        with pytest.raises(Refused):
            let(cast, round, by=who)
    assert not Exemption.objects.exists()


def test_people_come_into_the_years_earlier_round_too(cast):
    """The committee decided how far the year's sum may go: the earlier round of the year is not stopped by it."""
    round = over(cast, 0)
    earlier = Round.objects.get(title="春节")
    Share.objects.filter(round=earlier).update(fen=140_000)
    let(cast, round)
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    assert checked(earlier).blocks == ()
    actions.approve(actor=cast.actor("chair"), now=NOW, round=round)
    found = checked(earlier)
    assert found.blocks == () and len(found.exempted) == 1
    Round.objects.filter(pk=earlier.pk).update(state="handing")
    assert actions.add_people(
        actor=cast.actor("office"), now=NOW, round=fresh(earlier), people=[cast.people["member"]], reason="漏了"
    ) == 1  # fmt: skip
    actions.cancel(actor=cast.actor("office"), now=NOW, round=round, reason="不办了")
    assert not checked(fresh(earlier)).blocks and not checked(fresh(earlier)).exempted


def test_the_page_offers_it_and_shows_it_in_red_before_approving(cast):
    round = over(cast)
    office, chair, url = cast.client("office"), cast.client("chair"), f"/welfare/{round.pk}/"
    way = f"/rules/exemptions/round/{round.pk}/{cap().pk}/?part=union"
    assert way in office.get(url).content.decode()
    assert office.post(way, TYPED).status_code == 302
    page = office.get(url).content.decode()
    assert way not in page and "按会议决定例外" in page and TYPED["basis_no"] in page and "/withdrawal/" in page
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    assert "/rules/exemptions/" not in office.get(url).content.decode()
    for each in (chair.get(url), chair.get(f"{url}approval/")):
        told = each.content.decode()
        assert all(
            word in told for word in (TYPED["minutes_no"], TYPED["basis"], TYPED["basis_no"], TYPED["why"], "1,520元")
        )
    assert "工会委员会2020年第6号纪要" not in cast.client("member").get(url).content.decode()


def test_a_prohibition_is_told_to_be_one(cast):
    round = over(cast)
    actions.edit(actor=cast.actor("office"), now=NOW, round=round, who="staff")
    outsider = cast.people["hr"]
    round.entitled.update(member=False)
    assert outsider and "开会也不能例外" in cast.client("office").get(f"/welfare/{round.pk}/").content.decode()


def test_the_papers_name_minutes_and_basis(cast):
    round = over(cast)
    let(cast, round)
    facts = facts_of(cast.actor("office"), round, NOW.date())
    for kind in ("application", "minutes"):
        told = str(PAPERS[kind].build(facts))
        assert all(
            word in told
            for word in (TYPED["minutes_no"], TYPED["basis"], TYPED["basis_no"], "1,520元", "2020年10月12日")
        )
    assert "例外" not in str(PAPERS["comparison"].build(facts))


def test_the_rulebook_is_told_which_are_exempted(cast):
    round = over(cast)
    made = let(cast, round)
    told = {case.label: case.exemptions for case in cases(cast.union, "festival", NOW.date())}
    assert told[f"{round.title}：工会经费"] == (made,)
