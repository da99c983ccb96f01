"""The checker, as tables: which words are remarked upon, and which are left in peace."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tongxin.report.queries.remark_words import suggestion
from tongxin.report.rules.body import Chip
from tongxin.report.rules.checker import Known, check
from tongxin.report.rules.checks.likely import read
from tongxin.report.tests.words import BY, block, part, seed_facts

SEED = block(
    "全年计划开展各类活动", ("activities.planned", "20项", 20), "，受疫情影响，实际有效开展", ("activities.held", "15项", 15),
    "。其中，教职工文化教育类活动", part("wen", 7), "，节日集体活动类", part("jie", 5), "，体育培训及竞赛类活动", part("ti", 1),
    "，职工关怀慰问类活动", part("huai", 2), "。",
)  # fmt: skip


def codes(*blocks, facts=None):
    return [remark.code for remark in check(blocks, facts or seed_facts())]


def test_the_seeds_own_sentence_passes():
    assert codes(SEED) == []


def test_a_figure_that_changed_is_named_with_its_new_value():
    facts = seed_facts(known={"activities.held": Known("实际有效开展", "项", 14)})
    remark = next(remark for remark in check([SEED], facts) if remark.code == "figure.changed")
    assert (remark.quote, remark.values["now"], remark.fix, remark.severity) == (
        "15项",
        "14项",
        "activities.held",
        "bad",
    )


def test_a_figure_kept_with_a_reason_is_only_a_warning():
    kept = replace(block(), runs=(Chip("activities.held", "13项", 13, kept="以签到为准"),))
    assert [(r.code, r.severity) for r in check([kept], seed_facts())] == [("figure.kept", "warn")]


def test_a_round_figure_agrees_as_long_as_its_words_do():
    facts = seed_facts(known={"welfare.assistance": Known("消费帮扶", "元", 45_800_000)})
    assert codes(block("累计消费", ("welfare.assistance|round", "45万余元", 45_200_000), "。"), facts=facts) == []


def test_a_figure_that_no_longer_exists_is_named():
    assert codes(block(("gone.figure", "3项", 3))) == ["figure.unknown"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("近四千人次参加。", ["近四千人次"]),
        ("全年开展13项活动。", ["13项"]),
        ("共1,200人次参加。", ["1,200人次"]),
        ("累计消费45万余元扶贫农产品。", ["45万余元"]),
        ("完成年度计划的75%。", ["75%"]),
        ("召开了两次会议。", ["两次"]),
        ("十五项活动", ["十五项"]),
        ("2020年10月25日，第15次会议，第二次全体会议。", []),
        ("以“一个引领，两项促进，三组活动”为工作思路。", []),
        ("各项工作、一个目标、个人、十九大精神、十四五开篇。", []),
        ("每个人都参加，第四年。", []),
    ],
)
def test_hand_typed_numbers(words, found):
    assert [remark.quote for remark in check([block(words)], seed_facts()) if remark.code == "number.typed"] == found


def test_a_hand_typed_number_is_offered_the_figure_of_that_unit():
    remark = check([block("近四千人次参加。")], seed_facts())[0]
    assert (remark.fix, remark.values["now"], remark.severity) == ("activities.participations", "3126人次", "bad")


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("共有3126人次。", "activities.participations"),
        ("累计参加三千多人次。", "activities.participations"),
        ("到场3千余人次。", "activities.participations"),
        ("全年走访慰问教职工46人次。", ""),
        ("运动会参加612人次。", ""),
        ("座谈近四千人次，参加踊跃。", ""),
        ("约十五项活动。", "activities.held"),
        ("办了3场。", ""),
    ],
)
def test_a_hand_typed_number_is_offered_only_what_fits_by_value_or_wording(words, fix):
    remark = next(remark for remark in check([block(words)], seed_facts()) if remark.code == "number.typed")
    assert remark.fix == fix


def test_of_several_figures_that_fit_none_is_chosen_and_all_are_named():
    facts = seed_facts(known={"work.done": Known("完成的事项", "项", 15)})
    remark = check([block("全年15项。")], facts)[0]
    assert (remark.fix, remark.values["several"]) == ("", "实际有效开展、完成的事项")
    assert "完成的事项" in suggestion(remark)
    assert "没有合得上" in suggestion(check([block("全年199项。")], facts)[0])


@pytest.mark.parametrize(
    ("typed", "value", "least", "most"),
    [
        ("近四千人次", 4000, 3500, 4000),
        ("45万余元", 450_000, 450_000, 459_999),
        ("45余万元", 450_000, 450_000, 459_999),
        ("两万三千人", 23_000, 23_000, 23_000),
        ("约120人", 120, 115, 125),
        ("1.5万元", 15_000, 15_000, 15_000),
    ],
)
def test_a_typed_number_is_read_as_far_as_it_reaches(typed, value, least, most):
    amount = read(typed)
    assert (amount.value, amount.least, amount.most) == (value, least, most)


def test_words_without_a_number_are_no_amount():
    assert read("几十人") is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("共开展活动15项，其中文教7项，节日5项，体育1项，慰问2项。", []),
        ("共开展活动15项，其中文教7项，节日5项，体育1项，慰问3项。", ["15项"]),
        ("共开展活动15项，其中文教7项，参加300人。", []),
        ("共3126人次，分别为1000人次、2000人次。", ["3126人次"]),
        ("全年20项，其中上半年8项，下半年15项。", ["20项"]),
    ],
)
def test_typed_sums(words, found):
    assert [remark.quote for remark in check([block(words)], seed_facts()) if remark.code == "sum.wrong"] == found


def test_chips_that_do_not_add_up_are_named_with_the_sum():
    body = block(
        "开展",
        ("activities.held", "15项", 15),
        "：",
        *(part(c, v) for c, v in (("wen", 7), ("jie", 5), ("ti", 1), ("huai", 3))),
    )
    remark = next(remark for remark in check([body], seed_facts()) if remark.code == "sum.wrong")
    assert remark.values == {"sum": "7＋5＋1＋3＝16", "total": "15项"}


def test_a_category_left_out_of_the_list_is_named():
    body = block(
        "开展", ("activities.held", "15项", 15), "：", part("wen", 7), "、", part("jie", 5), "、", part("huai", 2)
    )
    assert [(r.code, r.fix) for r in check([body], seed_facts())] == [("part.missing", f"{BY}:ti")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("基本完成了年度工作计划。", "claim.completion"),
        ("圆满完成全年目标任务。", "claim.completion"),
        ("全面完成年度任务。", "claim.completion"),
        ("未能全面完成年度计划。", None),
        ("圆满完成了运动会。", None),
        ("等系列活动获得教职工一致好评。", "claim.praise"),
        ("活动深受教职工好评。", "claim.praise"),
        ("教职工十分满意。", "claim.praise"),
        ("本着“为教职工服务，让全校师生满意”的工作宗旨。", None),
        ("努力让教职工满意。", None),
        ("组织召开了多次教职工座谈会。", "number.vague"),
        ("经过多次讨论。", None),
        ("活动丰富多彩活动丰富多彩。", "words.doubled"),
    ],
)
def test_claims(words, code):
    assert codes(block(words)) == ([code] if code else [])


def test_nine_tenths_are_enough_to_say_done():
    assert codes(block("基本完成了年度工作计划。"), facts=seed_facts(completion=Fraction(9, 10))) == []


def test_praise_with_its_figure_stands():
    facts = seed_facts(known={"activities.satisfaction": Known("满意率", "%", Fraction(97, 100))})
    chip = ("activities.satisfaction", "97%", Fraction(97, 100))
    assert codes(block("获得教职工一致好评，满意率", chip, "。"), facts=facts) == []


def test_a_promise_of_last_year_that_nobody_mentions_is_named():
    facts = seed_facts(promised=("俱乐部建设",))
    assert codes(block("推进各项工作。"), facts=facts) == ["promise.silent"]
    assert codes(block("推进俱乐部建设。"), facts=facts) == []
