"""The draft of a small year: the seed's structure, the records' numbers, nothing claimed that the figures do not carry."""

import pytest

from tests.cast import NOW
from tongxin.core.refusals import Refused
from tongxin.report.actions import add_wording, draft_summary
from tongxin.report.models import Summary, Version
from tongxin.report.queries.texts import checked, latest
from tongxin.report.rules.body import load, numbers
from tongxin.report.tests.conftest import JANUARY


def body(summary):
    return load(latest(summary).body)


def text(summary):
    return "\n".join(number + block.words for block, number in numbers(body(summary).blocks))


def test_the_draft_has_the_seeds_structure(summary):
    heads = [number + block.words for block, number in numbers(body(summary).blocks) if number]
    assert heads == [
        "一、完成的主要工作",
        "1.落实年度重点工作",
        "2.开展各类文体活动",
        "二、存在的问题和困难",
        "1.工会组织建设有待进一步加强",
        "2.工会活动安排应进一步优化调整",
    ]
    assert (body(summary).title, body(summary).issuer) == (
        "芜湖示例学院工会委员会2020年工作总结",
        "芜湖示例学院工会委员会",
    )
    assert str(body(summary).day) == "2021-01-22"


def test_the_draft_counts_what_the_records_hold(summary):
    told = text(summary)
    assert "全年计划开展各类活动8项，受疫情影响，实际有效开展6项。" in told
    assert "教职工文化教育类活动2项，节日集体活动类2项，体育培训及竞赛类活动1项，职工关怀慰问类活动1项。" in told
    assert "完成年度计划的75%" in told
    assert "延期1项，取消1项" in told
    assert "“分工会组织建设”“俱乐部建设”未能按照原计划完成" in told
    assert "“迎新年会”受疫情影响延期到年后举办" in told


def test_organisers_are_worded_by_their_number(summary):
    told = text(summary)
    assert "人力资源处和保卫处合作承办的中秋节活动" in told
    assert "由图书馆分工会承办的线上读书月" in told


def test_every_number_of_the_draft_is_a_chip_and_the_checker_is_content(summary):
    assert checked(summary).remarks == []
    assert len(body(summary).chips) > 10


def test_the_draft_claims_neither_completion_nor_praise(summary):
    assert not any(claim in text(summary) for claim in ("基本完成", "圆满完成", "好评"))


def test_every_finding_is_told_with_its_next_step(summary):
    codes = {code for block in body(summary).blocks for code in block.findings}
    assert codes == {"branches.idle", "completion", "outings.bunched", "work.undone", "postponed.beyond"}
    assert all("下一步，" in block.words for block in body(summary).blocks if block.findings)


def test_approved_wordings_open_the_text_and_tokens_in_them_become_chips(year):
    actor, union = year.cast.actor("office"), year.cast.union
    for key, words in (("preamble", "本着“为教职工服务”的宗旨。"), ("closing", "全年开展活动{activities.held}。")):
        add_wording(actor=actor, now=JANUARY, unit=union, year=2020, key=key, title=key, text=words)
    made = draft_summary(actor=actor, now=JANUARY, unit=union, year=2020)
    assert body(made).blocks[0].words == "本着“为教职工服务”的宗旨。"
    assert [chip.text for chip in body(made).blocks[-1].chips] == ["6项"]


def test_a_branch_has_a_summary_of_its_own(year):
    made = draft_summary(actor=year.cast.actor("office"), now=JANUARY, unit=year.cast.units["lib"], year=2020)
    assert "图书馆分工会总体工作总结" in text(made)
    assert "实际有效开展2项" in text(made)


def test_a_year_without_records_still_drafts(cast):
    made = draft_summary(actor=cast.actor("office"), now=NOW, unit=cast.union, year=2019)
    assert checked(made).bad == []


@pytest.mark.parametrize(
    ("who", "unit", "year", "code"),
    [
        ("office", "union", 2030, "summary.year_to_come"),
        ("office", "hr", 2020, "summary.wrong_unit"),
        ("branch", "ee", 2020, None),
        ("branch", "union", 2020, "access.no_right"),
        ("member", "union", 2020, "access.no_right"),
        ("outsider", "union", 2020, "access.no_right"),
    ],
)
def test_who_may_draft_what(cast, who, unit, year, code):
    if code is None:
        assert draft_summary(actor=cast.actor(who), now=NOW, unit=cast.units[unit], year=year).latest == 1
        return
    with pytest.raises(Refused) as refused:
        draft_summary(actor=cast.actor(who), now=NOW, unit=cast.units[unit], year=year)
    assert refused.value.code == code
    assert not Summary.objects.exists()


def test_a_summary_is_drafted_once(summary):
    with pytest.raises(Refused) as refused:
        draft_summary(actor=summary_actor(summary), now=JANUARY, unit=summary.unit, year=2020)
    assert refused.value.code == "summary.exists"
    assert Version.objects.count() == 1


def summary_actor(summary):
    from tongxin.org.actor import shell_actor

    return shell_actor("tester")
