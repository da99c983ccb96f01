"""A round's life: handed in, approved, chosen from, handed out, closed; and what is refused on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from tests.cast import NOW, Cast
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.notices.models import Message, Notice
from tongxin.welfare import actions, hooks
from tongxin.welfare.models import Round, Share, Step
from tongxin.welfare.queries.cases import cases
from tongxin.welfare.queries.checked import checked
from tongxin.welfare.tests.making import make_round
from tongxin.welfare.tests.office import (
    UNTIL,
    approved,
    choosing,
    drafted,
    fresh,
    handing,
    quoted,
    ready,
    submitted,
    with_rules,
)  # fmt: skip

pytestmark = pytest.mark.django_db


def refused(code: str, act: Any, **given: Any) -> Refused:
    """The act is refused, and nothing is written."""
    before = (
        list(Round.objects.order_by("pk").values()),
        Step.objects.count(),
        Entry.objects.count(),
        Notice.objects.count(),
    )
    with pytest.raises(Refused) as caught:
        act(**{"now": NOW, **given})
    assert caught.value.code == code
    after = (
        list(Round.objects.order_by("pk").values()),
        Step.objects.count(),
        Entry.objects.count(),
        Notice.objects.count(),
    )
    assert after == before
    return caught.value


@pytest.fixture
def unblocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No app above has anything against it."""
    monkeypatch.setattr(hooks.blockers, "_things", {})


@pytest.mark.usefixtures("unblocked")
def test_a_round_goes_from_draft_to_closed_with_a_step_and_an_entry_each(cast: Cast) -> None:
    round, office = choosing(cast), cast.actor("office")
    actions.close_choosing(actor=office, now=NOW, round=round)
    assert (fresh(round).state, fresh(round).chosen_at) == ("choosing", NOW)
    actions.hand_out(actor=office, now=NOW, round=round, words="礼堂门口")
    actions.close(actor=office, now=NOW, round=round)
    assert (fresh(round).state, fresh(round).closed_at) == ("closed", NOW)
    kinds = list(round.steps.values_list("kind", flat=True))
    assert kinds == ["draw_up", "submit", "approve", "open_choosing", "close_choosing", "hand_out", "close"]
    assert all(Entry.objects.filter(act=f"welfare.{kind}").count() == 1 for kind in kinds)


def test_handing_in_tells_who_may_approve_and_only_them(cast: Cast) -> None:
    round = submitted(cast)
    notice = Notice.objects.get(thing_id=str(round.pk), kind="reminder")
    assert set(Message.objects.filter(notice=notice).values_list("person__name", flat=True)) == {"陈静"}


def test_handing_in_is_refused_where_something_is_open(cast: Cast) -> None:
    round, office = make_round(cast), cast.actor("office")
    found = refused("welfare.incomplete", actions.submit, actor=office, round=round)
    assert found.facts["missing"] == ["shares", "packs", "list"]
    refused("access.no_right", actions.submit, actor=cast.actor("branch"), round=round)


def test_a_pack_beyond_what_a_head_may_get_is_not_handed_in(cast: Cast) -> None:
    round = ready(cast)
    Share.objects.update(fen=9999)
    found = refused("welfare.over", actions.submit, actor=cast.actor("office"), round=round)
    assert "0.01元" in found.sentence
    Share.objects.update(fen=10000)
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)


def test_of_the_only_pack_there_must_be_enough(cast: Cast) -> None:
    round, office = ready(cast), cast.actor("office")
    people = round.entitled.count()
    round.packs.update(stock=people - 1)
    refused("welfare.too_few_packs", actions.submit, actor=office, round=round)
    round.entitled.filter(person=cast.people["hr"]).update(struck="外派", struck_at=NOW)
    actions.submit(actor=office, now=NOW, round=round)


def test_of_several_packs_some_may_be_few(cast: Cast) -> None:
    round = ready(cast, packs=2)
    round.packs.filter(letter="B").update(stock=1)
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)


def test_fewer_than_three_quotations_want_a_sentence(cast: Cast) -> None:
    round, office = ready(cast), cast.actor("office")
    quoted(cast, round.packs.get(), 9900, 10000)
    refused("welfare.few_quotes", actions.submit, actor=office, round=round)
    actions.submit(actor=office, now=NOW, round=round, few_quotes="只有两家有货")
    assert fresh(round).few_quotes == "只有两家有货"


def test_who_handed_it_in_does_not_decide(cast: Cast) -> None:
    chair = cast.actor("chair")
    round = actions.submit(actor=chair, now=NOW, round=ready(cast))
    refused("welfare.same_person", actions.approve, actor=chair, round=round)
    refused("welfare.same_person", actions.send_back, actor=chair, round=round, words="x")
    refused("access.no_right", actions.approve, actor=cast.actor("office"), round=round)
    refused("access.office_mode", actions.approve, actor=cast.actor("chair", in_office=False), round=round)


def test_sent_back_it_carries_the_words_and_may_be_handed_in_again(cast: Cast) -> None:
    round, chair = submitted(cast), cast.actor("chair")
    refused("welfare.no_words", actions.send_back, actor=chair, round=round, words=" ")
    actions.send_back(actor=chair, now=NOW, round=round, words="换一家")
    assert fresh(round).state == "returned"
    assert "周敏" in set(
        Message.objects.filter(notice__title__startswith="福利退回").values_list("person__name", flat=True)
    )
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    assert fresh(round).state == "submitted"


def test_two_approvals_and_two_submissions_are_one(cast: Cast) -> None:
    round = ready(cast)
    stale = fresh(round)
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    refused("welfare.not_possible", actions.submit, actor=cast.actor("office"), round=stale)
    waiting = fresh(round)
    actions.approve(actor=cast.actor("chair"), now=NOW, round=round)
    refused("welfare.not_possible", actions.approve, actor=cast.actor("chair"), round=waiting)
    refused("welfare.not_possible", actions.send_back, actor=cast.actor("chair"), round=waiting, words="x")


def test_taken_back_it_is_a_draft(cast: Cast) -> None:
    for round in (submitted(cast),):
        actions.withdraw(actor=cast.actor("office"), now=NOW, round=round)
        assert fresh(round).state == "draft"
        refused("welfare.not_possible", actions.withdraw, actor=cast.actor("office"), round=round)
        refused("access.no_right", actions.withdraw, actor=cast.actor("branch"), round=round)


def test_opening_tells_everybody_entitled_until_when(cast: Cast) -> None:
    round = choosing(cast)
    assert (round.state, round.choose_from, round.choose_until, round.opened_at) == ("choosing", NOW, UNTIL, NOW)
    notice = Notice.objects.get(title="选礼包：中秋福利")
    assert Message.objects.filter(notice=notice).count() == round.entitled.count()


def test_opening_is_refused_with_one_pack_backward_and_in_the_past(cast: Cast) -> None:
    office = cast.actor("office")
    one = approved(cast)
    refused("welfare.nothing_to_choose", actions.open_choosing, actor=office, round=one, choose_until=UNTIL)
    Round.objects.update(delivers=True)
    given = {"actor": office, "round": one}
    refused("welfare.choosing_backward", actions.open_choosing, **given, choose_from=UNTIL, choose_until=NOW)
    past = NOW - timedelta(days=1)
    refused(
        "welfare.choosing_past", actions.open_choosing, **given, choose_from=past - timedelta(days=1), choose_until=past
    )
    refused("access.no_right", actions.open_choosing, actor=cast.actor("branch"), round=one, choose_until=UNTIL)
    actions.open_choosing(now=NOW, **given, choose_until=UNTIL)


def test_choosing_ends_by_itself_when_its_time_is_over(cast: Cast) -> None:
    round = choosing(cast)
    assert actions.close_choosing_due(now=UNTIL - timedelta(seconds=1)) == 0
    assert actions.close_choosing_due(now=UNTIL) == 1
    assert actions.close_choosing_due(now=UNTIL) == 0
    assert fresh(round).chosen_at == UNTIL
    assert Entry.objects.filter(act="welfare.close_choosing").get().who == "shell: work"


def test_what_another_app_has_against_it_is_told_and_the_worker_waits(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    round = choosing(cast)
    blocker = hooks.Blocker("test", lambda act, each: "还有3个人没选。" if act == "close_choosing" else None)
    monkeypatch.setattr(hooks.blockers, "_things", {"test": blocker})
    found = refused("welfare.not_yet", actions.close_choosing, actor=cast.actor("office"), round=round)
    assert found.sentence == "还有3个人没选。"
    assert actions.close_choosing_due(now=UNTIL) == 0


def test_followers_hear_of_each_act_inside_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    round = ready(cast)
    heard: list[hooks.Turned] = []
    monkeypatch.setattr(hooks.followers, "_things", {"test": hooks.Follower("test", heard.append)})
    actions.submit(actor=cast.actor("office"), now=NOW, round=round, words="请批")
    assert [(each.act, each.round.state, each.before["state"], each.words) for each in heard] == [
        ("submit", "submitted", "draft", "请批")
    ]
    monkeypatch.setattr(hooks.followers, "_things", {"bad": hooks.Follower("bad", lambda turned: 1 / 0)})
    with pytest.raises(ZeroDivisionError):
        actions.approve(actor=cast.actor("chair"), now=NOW, round=round)
    assert fresh(round).state == "submitted"


def test_several_packs_are_chosen_from_before_they_are_handed_out(cast: Cast) -> None:
    round, office = approved(cast, packs=2), cast.actor("office")
    refused("welfare.choose_first", actions.hand_out, actor=office, round=round)
    refused("access.no_right", actions.hand_out, actor=cast.actor("branch"), round=round)


def test_one_pack_is_handed_out_without_choosing_and_all_are_told(cast: Cast) -> None:
    round = handing(cast)
    assert (round.state, round.opened_at) == ("handing", NOW)
    assert Message.objects.filter(notice__title="可以领了：中秋福利").count() == round.entitled.count()
    refused("welfare.not_possible", actions.hand_out, actor=cast.actor("office"), round=round)


def test_called_off_it_tells_those_who_knew(cast: Cast) -> None:
    office = cast.actor("office")
    silent = ready(cast)
    refused("welfare.no_reason", actions.cancel, actor=office, round=silent, reason=" ")
    refused("access.no_right", actions.cancel, actor=cast.actor("branch"), round=silent, reason="x")
    actions.cancel(actor=office, now=NOW, round=silent, reason="不办了")
    assert not Notice.objects.filter(title__startswith="取消了").exists()
    assert fresh(silent).state == "cancelled"
    refused("welfare.not_possible", actions.cancel, actor=office, round=silent, reason="x")


def test_called_off_after_it_was_opened_everybody_hears_why(cast: Cast) -> None:
    round = handing(cast)
    actions.cancel(actor=cast.actor("office"), now=NOW, round=round, reason="货没到")
    notice = Notice.objects.get(title="取消了：中秋福利")
    assert (notice.body, Message.objects.filter(notice=notice).count()) == ("货没到", round.entitled.count())


def test_what_another_app_has_against_calling_it_off_is_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    round = handing(cast)
    blocker = hooks.Blocker("test", lambda act, each: "已经有3人领了。" if act == "cancel" else None)
    monkeypatch.setattr(hooks.blockers, "_things", {"test": blocker})
    refused("welfare.not_yet", actions.cancel, actor=cast.actor("office"), round=round, reason="x")


def test_what_was_handed_in_anew_is_not_approved_unseen(cast: Cast) -> None:
    round, office, chair = submitted(cast), cast.actor("office"), cast.client("chair")
    url = f"/welfare/{round.pk}/approval/"
    seen = round.steps.get(kind="submit").pk
    with time_machine.travel(NOW, tick=False):
        assert f"{url}?seen={seen}" in chair.get(f"/welfare/{round.pk}/").content.decode()
        assert f'name="seen" value="{seen}"' in chair.get(url).content.decode()
        actions.withdraw(actor=office, now=NOW, round=round)
        actions.submit(actor=office, now=NOW, round=round)
        late = chair.post(f"{url}?seen={seen}", {"seen": seen, "words": "同意"})
        assert late.status_code == 422 and "又送了一次" in late.content.decode()
        assert f'name="seen" value="{seen}"' in chair.get(f"{url}?seen={seen}").content.decode()
        refused("welfare.changed_meanwhile", actions.approve, actor=cast.actor("chair"), round=round, seen=seen)
        now_ = round.steps.filter(kind="submit").latest("pk").pk
        assert chair.post(url, {"seen": now_}).status_code == 302
    assert fresh(round).state == "approved"


def test_closing_is_for_who_runs_it(cast: Cast) -> None:
    round = handing(cast)
    refused("access.no_right", actions.close, actor=cast.actor("branch"), round=round)
    refused("welfare.not_possible", actions.close, actor=cast.actor("office"), round=make_round(cast, title="x"))


# The rulebook


def test_a_year_within_its_cap_is_told_and_four_fifths_of_it_warns(cast: Cast) -> None:
    with_rules(cast)
    round = ready(cast)
    earlier = make_round(cast, "closed", title="春节", festival="春节")
    Share.objects.create(round=earlier, payer="union", fen=107_000)
    unpaid = make_round(cast, "draft", title="端午", festival="端午")
    Share.objects.create(round=unpaid, payer="union", fen=900_000)
    found = checked(round)
    (part,) = found.parts
    (cap,) = part.caps
    assert (part.others_fen, cap.year_fen, cap.cap_fen, cap.near, cap.rest_fen) == (
        107_000,
        119_000,
        150_000,
        0,
        31_000,
    )
    Share.objects.filter(round=earlier).update(fen=108_000)
    assert checked(round).parts[0].caps[0].near == 80
    assert checked(round).warned and not checked(round).blocks


def test_beyond_the_cap_it_is_not_handed_in_and_the_rule_is_named(cast: Cast) -> None:
    with_rules(cast)
    round = ready(cast)
    earlier = make_round(cast, "closed", title="春节", festival="春节")
    Share.objects.create(round=earlier, payer="union", fen=140_000)
    found = refused("welfare.against_rules", actions.submit, actor=cast.actor("office"), round=round)
    assert found.facts["rules"] == ["AH.FEST.CAP"]
    assert "节日慰问每人每年的总额" in found.sentence
    Share.objects.filter(round=round).update(payer="school")
    actions.submit(actor=cast.actor("office"), now=NOW, round=round)
    (cap,) = checked(round).wholly
    assert (cap.year_fen, cap.finding.broken) == (152_000, True)


def test_what_a_branch_gave_counts_for_the_union_too_and_the_branch_that_gave_most(cast: Cast) -> None:
    with_rules(cast)
    round = ready(cast)
    for unit, fen in (("ee", 139_000), ("lib", 70_000), ("lib", 70_000)):
        given_ = make_round(cast, "closed", unit=unit, title=f"{unit}{fen}", festival="春节")
        Share.objects.create(round=given_, payer="union", fen=fen)
    assert checked(round).parts[0].others_fen == 140_000
    refused("welfare.against_rules", actions.submit, actor=cast.actor("office"), round=round)
    facts = {case.label: case.facts["year_fen"] for case in cases(cast.union, "festival", NOW.date())}
    assert facts == {f"{round.title}：工会经费": 152_000, "ee139000：工会经费": 139_000, "lib70000：工会经费": 140_000}


def test_the_year_it_counts_for_is_near_its_day(cast: Cast) -> None:
    round, office = make_round(cast), cast.actor("office")
    for year in (2018, 2022):
        refused("welfare.year_far", actions.edit, actor=office, round=round, year=year)
    for year in (2019, 2020, 2021):
        actions.edit(actor=office, now=NOW, round=round, year=year)


def test_union_funds_give_nothing_to_who_is_no_member(cast: Cast) -> None:
    with_rules(cast)
    round = drafted(cast, who="staff")
    assert [each.rule.rule_id for each in checked(round).blocks] == ["CN.MEMBER.ONLY"]
    actions.draw_up(actor=cast.actor("office"), now=NOW, round=round)
    assert not checked(fresh(round)).blocks
    round.entitled.filter(person=cast.people["member"]).update(member=False)
    assert [each.rule.rule_id for each in checked(fresh(round)).blocks] == ["CN.MEMBER.ONLY"]


def test_without_a_festival_union_funds_are_warned_of(cast: Cast) -> None:
    with_rules(cast)
    (part,) = checked(drafted(cast, festival="")).parts
    assert [each.rule.rule_id for each in part.findings.warnings] == ["CN.FEST.SET"]


def test_an_unconfirmed_rule_never_stops_a_round(cast: Cast) -> None:
    with_rules(cast)
    found = [each for part in checked(drafted(cast)).parts for each in part.findings.all]
    assert not [each for each in found if not each.sure and each.weight == "block"]


def test_rounds_are_cases_for_what_would_differ(cast: Cast) -> None:
    with_rules(cast)
    round = approved(cast)
    closed = make_round(cast, "closed", title="春节", festival="春节")
    Share.objects.create(round=closed, payer="union", fen=20_000)
    make_round(cast, "cancelled", title="x")
    found = {case.label: case for case in cases(cast.union, "festival", NOW.date())}
    assert {label: (case.closed, case.facts["year_fen"]) for label, case in found.items()} == {
        f"{round.title}：工会经费": (False, 32_000), "春节：工会经费": (True, 32_000),
    }  # fmt: skip
    assert list(cases(cast.union, "outing", NOW.date())) == []
