"""Loading packs, proposing, confirming, declining, saying where a unit stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.rulebook import actions
from tongxin.rulebook.models import Decision, Rule, UnitRegion
from tongxin.rulebook.packs import shipped
from tongxin.rulebook.queries import check, region_of
from tongxin.rulebook.tests.making import load, own_rule, propose

DAY = date(2020, 9, 29)


def refused(code, **call):
    act = call.pop("act")
    before = (Rule.objects.count(), Decision.objects.count(), Entry.objects.count())
    with pytest.raises(Refused) as caught:
        act(**call)
    assert caught.value.code == code
    assert (Rule.objects.count(), Decision.objects.count(), Entry.objects.count()) == before
    return caught.value


def test_packs_are_loaded_once(cast):
    assert actions.load_packs(actor=cast.shell, now=NOW) == len(list(shipped()))
    assert actions.load_packs(actor=cast.shell, now=NOW) == 0
    assert Entry.objects.filter(act="rulebook.load").count() == 1


def test_a_changed_pack_adds_a_version_and_leaves_the_old_one(cast):
    actions.load_packs(actor=cast.shell, now=NOW)
    first = next(one for one in shipped() if one.rule_id == "AH.MARRY")
    changed = replace(first, fields={**first.fields, "value": "50000"})
    assert actions.load_packs(actor=cast.shell, now=NOW, packs=[changed]) == 1
    assert list(Rule.objects.filter(rule_id="AH.MARRY", effective_from=date(2018, 3, 12)).values_list("version", "value")) == [
        (1, "60000"), (2, "50000"),
    ]  # fmt: skip
    UnitRegion.objects.create(unit=cast.union, region="CN-34")
    assert [one.limit for one in check(cast.union, "marriage", {}, DAY).all] == ["500元"]


def test_a_check_tells_every_rule_with_its_source_and_what_follows(cast):
    load(cast)
    found = check(cast.units["ee"], "festival", {"year_fen": 160000, "festival": "重阳", "payer": "union"}, DAY)
    assert [each.rule.rule_id for each in found.blocks] == ["AH.FEST.CAP"]
    cap = found.blocks[0]
    assert (cap.value, cap.limit, cap.after.value) == ("1,600元", "1,500元", "200000")
    assert cap.rule.document and cap.since == date(2018, 3, 12)
    assert [each.rule.rule_id for each in found.warnings] == ["CN.FEST.SET"]
    assert {each.rule.rule_id for each in found.unknown} == {"CN.FEST.NOCASH", "CN.MEMBER.ONLY"}


def test_another_province_has_other_rules(cast):
    load(cast, "CN-52")
    spring = check(cast.union, "festival", {"fen_per_head": 40000, "festival": "春节"}, DAY)
    autumn = check(cast.union, "festival", {"fen_per_head": 40000, "festival": "中秋"}, DAY)
    assert not spring.blocks and [each.limit for each in autumn.blocks] == ["200元"]


def test_a_supplement_holds_inside_its_days(cast):
    load(cast, "CN-44")
    facts = {"year_fen": 300000, "goods": "扶贫产品", "payer": "union"}
    assert not check(cast.union, "festival", facts, DAY).blocks
    assert check(cast.union, "festival", facts, date(2021, 3, 1)).blocks


def test_the_region_of_the_nearest_unit_counts(cast):
    load(cast)
    assert region_of(cast.units["ee"]) == "CN-34-02" and region_of(cast.units["other"]) == "CN"
    actions.set_region(actor=cast.actor("chair"), now=NOW, unit=cast.units["ee"], region="cn-51")
    assert region_of(cast.units["ee"]) == "CN-51" and region_of(cast.union) == "CN-34-02"


@pytest.mark.parametrize(("who", "code"), [("office", "access.no_right"), ("outsider", "access.no_right")])
def test_only_who_confirms_rules_says_where_a_unit_stands(cast, who, code):
    refused(code, act=actions.set_region, actor=cast.actor(who), now=NOW, unit=cast.union, region="CN-34")


def test_a_region_that_there_is_not_is_refused(cast):
    refused(
        "region.unknown", act=actions.set_region, actor=cast.actor("chair"), now=NOW, unit=cast.union, region="CN-99"
    )


def test_an_own_rule_holds_when_a_second_person_has_confirmed_it(cast):
    load(cast)
    rule = propose(cast)
    facts = {"fen_per_head": 18000}
    assert not check(cast.units["ee"], "outing", facts, DAY).blocks
    actions.confirm_rule(actor=cast.actor("chair"), now=NOW, rule=rule, unit=cast.union, words="看过纪要")
    assert [each.rule for each in check(cast.units["ee"], "outing", facts, DAY).blocks] == [rule]
    assert not check(cast.units["other"], "outing", facts, DAY).blocks
    assert Entry.objects.filter(act__in=("rulebook.propose", "rulebook.confirm")).count() == 2


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("rule.no_title", {"title": " "}), ("rule.no_document", {"document": ""}), ("rule.not_exact", {"value": "1.5"}),
        ("rule.backwards", {"effective_to": date(2019, 1, 1)}), ("access.no_right", {"by": "outsider"}),
        ("access.no_right", {"by": "audit"}), ("rule.looser", {"occasion": "birthday", "value": "30001"}),
    ],
)  # fmt: skip
def test_a_proposal_is_refused(cast, code, more):
    load(cast)
    refused(code, act=propose, cast=cast, **more)


def test_an_own_rule_may_be_changed_by_a_further_version(cast):
    load(cast)
    first = own_rule(cast)
    second = propose(cast, value="18000", effective_from=date(2020, 10, 1))
    same_day = propose(cast, value="17000", effective_from=date(2020, 10, 1))
    assert (second.rule_id, second.version, same_day.version) == (first.rule_id, 1, 2)
    actions.confirm_rule(actor=cast.actor("chair"), now=NOW, rule=second, unit=cast.union, words="看过纪要")
    facts = {"fen_per_head": 16000}
    assert (
        check(cast.union, "outing", facts, DAY).blocks
        and not check(cast.union, "outing", facts, date(2020, 10, 2)).blocks
    )


def test_who_proposed_a_rule_does_not_confirm_it(cast):
    load(cast)
    rule = propose(cast, by="chair")
    call = {"now": NOW, "rule": rule, "unit": cast.union, "words": "好"}
    refused("rule.same_person", act=actions.confirm_rule, actor=cast.actor("chair"), **call)
    refused("rule.same_person", act=actions.decline_rule, actor=cast.actor("chair"), **call)
    actions.confirm_rule(actor=cast.actor("audit"), **call)


@pytest.mark.parametrize(
    ("who", "words", "code"), [("office", "好", "access.no_right"), ("audit", " ", "rule.no_words")]
)
def test_a_decision_is_refused(cast, who, words, code):
    load(cast)
    rule = propose(cast, by="chair")
    call = {"actor": cast.actor(who), "now": NOW, "rule": rule, "unit": cast.union, "words": words}
    refused(code, act=actions.confirm_rule, **call)


def test_a_decision_is_taken_once_and_a_declined_rule_never_holds(cast):
    load(cast)
    rule = propose(cast)
    call = {"actor": cast.actor("chair"), "now": NOW, "rule": rule, "unit": cast.union}
    actions.decline_rule(**call, words="委员会没有通过")
    refused("rule.decided", act=actions.confirm_rule, words="好", **call)
    assert not check(cast.union, "outing", {"fen_per_head": 18000}, DAY).blocks


def test_a_shipped_rule_that_nobody_confirmed_blocks_once_somebody_has_here_and_nowhere_else(cast):
    load(cast)
    UnitRegion.objects.create(unit=cast.units["other"], region="CN-34")
    facts = {"fen_per_head": 26800}
    rule = Rule.objects.get(rule_id="AH.TRIP.HEAD")
    assert [each.weight for each in check(cast.union, "outing", facts, DAY).warnings] == ["warn"]
    actions.confirm_rule(actor=cast.actor("audit"), now=NOW, rule=rule, unit=cast.union, words="看过省里的文件")
    (found,) = check(cast.union, "outing", facts, DAY).warnings
    assert found.sure and not check(cast.units["other"], "outing", facts, DAY).warnings[0].sure


def test_a_rule_without_a_day_needs_one_when_it_is_confirmed(cast):
    load(cast)
    rule = Rule.objects.get(rule_id="AH.FEST.CAP", effective_from=None)
    call = {"actor": cast.actor("chair"), "now": NOW, "rule": rule, "unit": cast.union, "words": "看过原文"}
    refused("rule.no_day", act=actions.confirm_rule, **call)
    actions.confirm_rule(since=date(2022, 1, 1), **call)
    facts = {"year_fen": 200000}
    assert check(cast.union, "festival", facts, DAY).blocks
    assert not check(cast.union, "festival", facts, date(2022, 1, 1)).blocks


def test_what_rests_on_a_source_needs_no_confirmation(cast):
    load(cast)
    rule = Rule.objects.get(rule_id="CN.TRIP.DAY")
    call = {"actor": cast.actor("chair"), "now": NOW, "rule": rule, "unit": cast.union, "words": "好"}
    refused("rule.nothing_to_confirm", act=actions.confirm_rule, **call)
