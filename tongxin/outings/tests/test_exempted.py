"""A committee lets an outing go beyond a limit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.cast import NOW, Cast
from tongxin.core.refusals import Refused
from tongxin.outings import actions
from tongxin.outings.models import Outing
from tongxin.outings.queries.cases import cases
from tongxin.outings.queries.checked import checked
from tongxin.outings.tests.making import filled
from tongxin.rulebook.actions import Decided, exempt, withdraw_exemption
from tongxin.rulebook.models import Exemption, Rule
from tongxin.rulebook.tests.making import load, own_rule

pytestmark = pytest.mark.django_db
TYPED = {
    "minutes_no": "电气分工会2020年第3号纪要", "minutes_on": "2020-10-12", "basis": "校工会关于团建的批复", "basis_no": "校工〔2020〕7号", "why": "路远",
}  # fmt: skip


@pytest.fixture
def over(cast: Cast) -> tuple[Outing, Rule]:
    """A draft of 120 yuan a head where the union's own rule lets 100."""
    load(cast)
    return filled(cast), own_rule(cast, value="10000")


def let(cast: Cast, over: tuple[Outing, Rule], by: str = "branch") -> Exemption:
    decided = Decided(**{**TYPED, "minutes_on": date(2020, 10, 12)})
    return exempt(actor=cast.actor(by), now=NOW, kind="outing", thing=over[0].pk, rule=over[1], decided=decided)


def refused(code: str, act: Any, **given: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        act(now=NOW, **given)
    assert caught.value.code == code
    return caught.value


def test_an_outing_beyond_a_limit_goes_on_by_a_committees_decision(cast, over):
    outing = over[0]
    refused("outing.against_rules", actions.apply, actor=cast.actor("branch"), outing=outing)
    let(cast, over)
    assert [each.rule for each in checked(outing, NOW).findings.exempted] == [over[1]]
    actions.apply(actor=cast.actor("branch"), now=NOW, outing=outing)
    assert actions.approve(actor=cast.actor("office"), now=NOW, outing=outing).state == "approved"


def test_what_gets_dearer_is_stopped_again_and_what_gets_cheaper_is_not(cast, over):
    outing = over[0]
    let(cast, over)
    for fen, stopped in ((12001, True), (11000, False)):
        outing = actions.edit(actor=cast.actor("branch"), now=NOW, outing=outing, shares={"union": fen})
        assert bool(checked(outing, NOW).findings.blocks) is stopped


def test_a_night_away_is_exempted_by_nobody(cast, over):
    outing = actions.edit(actor=cast.actor("branch"), now=NOW, outing=over[0], nights=1)
    night = Rule.objects.get(rule_id="CN.TRIP.DAY")
    with pytest.raises(Refused) as caught:
        let(cast, (outing, night))
    assert caught.value.code == "rulebook.not_exemptible"
    assert "开会也不能例外" in cast.client("branch").get(f"/outings/{outing.pk}/").content.decode()


def test_who_recorded_it_does_not_approve_it(cast, over):
    let(cast, over, by="office")
    actions.apply(actor=cast.actor("branch"), now=NOW, outing=over[0])
    refused("outing.exempted_it", actions.approve, actor=cast.actor("office"), outing=over[0])
    actions.approve(actor=cast.actor("chair"), now=NOW, outing=over[0])


def test_what_was_handed_in_holds_its_exemptions(cast, over):
    outing, made = over[0], let(cast, over)
    actions.apply(actor=cast.actor("branch"), now=NOW, outing=outing)
    seen = outing.steps.get(kind="apply").pk
    refused("outing.not_possible", withdraw_exemption, actor=cast.actor("branch"), exemption=made, why="x")
    with pytest.raises(Refused) as caught:
        let(cast, over)
    assert caught.value.code == "outing.not_possible"
    actions.withdraw(actor=cast.actor("branch"), now=NOW, outing=outing)
    actions.apply(actor=cast.actor("branch"), now=NOW, outing=outing)
    refused("outing.changed_meanwhile", actions.approve, actor=cast.actor("office"), outing=outing, seen=seen)


def test_who_does_not_run_it_records_nothing(cast, over):
    for who in ("audit", "librarian", "member", "outsider"):
        with pytest.raises(Refused):
            let(cast, over, by=who)
    assert not Exemption.objects.exists()


def test_the_page_offers_it_and_shows_it_in_red_before_approving(cast, over):
    outing, rule = over
    branch, office, url = cast.client("branch"), cast.client("office"), f"/outings/{outing.pk}/"
    way = f"/rules/exemptions/outing/{outing.pk}/{rule.pk}/"
    assert way in branch.get(url).content.decode()
    assert branch.post(way, TYPED).status_code == 302
    assert way not in branch.get(url).content.decode()
    actions.apply(actor=cast.actor("branch"), now=NOW, outing=outing)
    for page in (office.get(url), office.get(f"{url}approval/")):
        told = page.content.decode()
        assert all(
            word in told for word in (TYPED["minutes_no"], TYPED["basis"], TYPED["basis_no"], TYPED["why"], "120元")
        )
    seen = outing.steps.get(kind="apply").pk
    assert f"approval/?seen={seen}" in office.get(url).content.decode()
    assert office.post(f"{url}approval/", {"seen": seen}).status_code == 302
    actions.close(
        actor=cast.actor("branch"), now=NOW, outing=outing, spent_fen=1, held_on=date(2020, 10, 18), persons=9
    )
    assert TYPED["minutes_no"] in branch.get(url).content.decode()


def test_the_rulebook_is_told_which_are_exempted(cast, over):
    made = let(cast, over)
    assert [list(case.exemptions) for case in cases(cast.union, "outing", NOW.date())] == [[made]]
