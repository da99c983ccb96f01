"""Changing a text: each act once with success, once with each refusal, and nothing lost."""

from datetime import date

import pytest

from tongxin.activities.actions.reopen import reopen as reopen_activity
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.report import actions
from tongxin.report.models import Summary, Version
from tongxin.report.queries.texts import checked, latest
from tongxin.report.rules import tokens
from tongxin.report.rules.body import load
from tongxin.report.tests.conftest import JANUARY


@pytest.fixture
def office(year):
    return year.cast.actor("office")


@pytest.fixture
def chair(year):
    return year.cast.actor("chair")


def body(summary):
    return load(latest(summary).body)


def told(summary):
    """The block that tells how many activities were held."""
    return next(block for block in body(summary).blocks if "activities.held" in tokens.write(block.runs))


def edit(summary, actor, text, base=1, block=None, **more):
    block = block or told(summary).id
    return actions.edit_block(
        actor=actor, now=JANUARY, summary=summary, block_id=block, text=text, base_number=base, **more
    )  # fmt: skip


def fresh(summary):
    return Summary.objects.get(pk=summary.pk)


def test_an_edit_adds_a_version_and_one_entry(summary, office):
    version = edit(summary, office, "实际开展{activities.held}。")
    assert (version.number, told(fresh(summary)).words) == (2, "实际开展6项。")
    assert Entry.objects.filter(act="report.edit_block").count() == 1


def test_an_edit_that_changes_nothing_adds_no_version(summary, office):
    assert edit(summary, office, tokens.write(told(summary).runs)).number == 1


def test_each_line_becomes_a_block_and_an_empty_text_removes_it(summary, office):
    before = len(body(summary).blocks)
    edit(summary, office, "第一段。\n第二段{activities.held}。")
    assert len(body(fresh(summary)).blocks) == before + 1
    edit(fresh(summary), office, "", base=2)
    assert len(body(fresh(summary)).blocks) == before


def test_a_figure_that_stands_keeps_its_value_and_a_new_one_takes_todays(summary, office, year):
    reopen_activity(actor=office, now=JANUARY, activity=year.activities["书画摄影展"])
    edit(summary, office, "开展{activities.held}，文教{activities.held.by_category:wen}，计划{plan.items}。")
    assert told(fresh(summary)).words == "开展6项，文教2项，计划3项。"


def test_an_unknown_figure_is_refused_and_nothing_is_written(summary, office):
    with pytest.raises(Refused) as refused:
        edit(summary, office, "开展{activities.nothing}。")
    assert (refused.value.code, refused.value.field) == ("summary.unknown_figure", "text")
    assert Version.objects.count() == 1


def test_who_comes_late_sees_both_texts_and_overwrites_nothing(summary, office):
    edit(summary, office, "先写的。")
    with pytest.raises(Refused) as refused:
        edit(fresh(summary), office, "后写的。", base=1, block=body(fresh(summary)).blocks[6].id)
    assert refused.value.code == "summary.changed_meanwhile"
    assert (refused.value.facts["mine"], refused.value.facts["theirs"]) == ("后写的。", "先写的。")
    assert Version.objects.count() == 2


def test_another_block_can_be_written_at_the_same_time(summary, office):
    edit(summary, office, "先写的{activities.held}。")
    edit(fresh(summary), office, "导语。", base=1, block="b1")
    assert (body(fresh(summary)).blocks[0].words, told(fresh(summary)).words) == ("导语。", "先写的6项。")


def test_a_whole_text_is_saved_only_on_top_of_the_latest(summary, office):
    actions.save_version(actor=office, now=JANUARY, summary=summary, body=body(summary), base_number=1)
    edit(summary, office, "先写的{activities.held}。")
    with pytest.raises(Refused) as refused:
        actions.save_version(actor=office, now=JANUARY, summary=summary, body=body(summary), base_number=1)
    assert refused.value.code == "summary.changed_meanwhile"


def test_blocks_are_added_moved_and_removed(summary, office):
    common = {"actor": office, "now": JANUARY, "summary": summary}
    actions.add_block(after="b1", text="新段。", base_number=1, **common)
    new = body(fresh(summary)).blocks[1]
    actions.move_block(block_id=new.id, steps=-1, base_number=2, **common)
    assert body(fresh(summary)).blocks[0].words == "新段。"
    actions.remove_block(block_id=new.id, base_number=3, **common)
    assert [block.id for block in body(fresh(summary)).blocks][:2] == ["b1", "b2"]


def test_a_typed_number_is_replaced_by_the_figure_it_should_be(summary, office):
    edit(summary, office, "开展{activities.held}，近四千人次参加。")
    remark = checked(fresh(summary)).remarks[0]
    actions.place_figure(
        actor=office,
        now=JANUARY,
        summary=fresh(summary),
        block_id=remark.block,
        quote=remark.quote,
        reference=remark.fix,
        base_number=2,
    )
    assert told(fresh(summary)).words == "开展6项，2354人次参加。"
    assert checked(fresh(summary)).remarks == []


def test_figures_are_brought_up_to_date_or_kept_with_a_reason(summary, office, year):
    reopen_activity(actor=office, now=JANUARY, activity=year.activities["书画摄影展"])
    bad = checked(summary).bad
    assert "figure.changed" in {remark.code for remark in bad}
    common = {"actor": office, "now": JANUARY, "block_id": told(summary).id, "reference": "activities.held"}
    actions.keep_figure(summary=summary, reason="以签到为准", base_number=1, **common)
    actions.refresh_figures(actor=office, now=JANUARY, summary=fresh(summary))
    text = checked(fresh(summary))
    assert [(remark.code, remark.quote) for remark in text.remarks if remark.code.startswith("figure.")] == [
        ("figure.kept", "6项")
    ]


def test_keeping_a_figure_wants_a_reason(summary, office):
    with pytest.raises(Refused) as refused:
        actions.keep_figure(
            actor=office,
            now=JANUARY,
            summary=summary,
            block_id="b1",
            reference="activities.held",
            reason=" ",
            base_number=1,
        )
    assert refused.value.code == "summary.no_reason"


def test_a_signed_summary_is_locked_until_it_is_opened_with_a_reason(summary, office, chair):
    actions.sign(actor=chair, now=JANUARY, summary=summary, signed_on=date(2021, 1, 25), base_number=1)
    signed = fresh(summary)
    assert (signed.state, str(body(signed).day), signed.latest) == ("signed", "2021-01-25", 2)
    with pytest.raises(Refused) as refused:
        edit(signed, office, "改。", base=2)
    assert refused.value.code == "summary.signed"
    with pytest.raises(Refused) as refused:
        actions.reopen(actor=chair, now=JANUARY, summary=signed, reason="")
    assert refused.value.code == "summary.no_reason"
    actions.reopen(actor=chair, now=JANUARY, summary=signed, reason="补一个数")
    assert edit(fresh(signed), office, "改。", base=2).number == 3


def test_signing_waits_for_bad_remarks_or_takes_a_reason(summary, office, chair):
    edit(summary, office, "基本完成了年度工作计划，开展{activities.held}。")
    common = {
        "actor": chair,
        "now": JANUARY,
        "summary": fresh(summary),
        "signed_on": date(2021, 1, 22),
        "base_number": 2,
    }
    with pytest.raises(Refused) as refused:
        actions.sign(**common)
    assert (refused.value.code, refused.value.facts["count"]) == ("summary.bad_remarks", 1)
    actions.sign(**common, reason="党委会已审议")
    assert Entry.objects.get(act="report.sign").reason == "党委会已审议"


def test_only_the_text_that_was_read_is_signed(summary, office, chair):
    edit(summary, office, "改过{activities.held}。")
    with pytest.raises(Refused) as refused:
        actions.sign(actor=chair, now=JANUARY, summary=summary, signed_on=date(2021, 1, 22), base_number=1)
    assert refused.value.code == "summary.changed_meanwhile"


@pytest.mark.parametrize("who", ["member", "audit", "party", "outsider"])
def test_who_does_not_write_summaries_changes_nothing(summary, year, who):
    with pytest.raises(Refused) as refused:
        edit(summary, year.cast.actor(who), "改。")
    assert refused.value.code == "access.no_right"
    assert Version.objects.count() == 1


def test_the_office_writes_but_does_not_sign(summary, office):
    with pytest.raises(Refused) as refused:
        actions.sign(actor=office, now=JANUARY, summary=summary, signed_on=date(2021, 1, 22), base_number=1)
    assert refused.value.code == "access.no_right"


@pytest.mark.parametrize(
    ("key", "title", "code"),
    [("坏的", "名", "wording.bad_key"), ("ok", " ", "wording.no_title"), ("there", "名", "wording.exists")],
)
def test_wordings_are_refused_with_a_code(year, office, key, title, code):
    actions.add_wording(actor=office, now=JANUARY, unit=year.cast.union, year=2020, key="there", title="有了")
    with pytest.raises(Refused) as refused:
        actions.add_wording(actor=office, now=JANUARY, unit=year.cast.union, year=2020, key=key, title=title)
    assert refused.value.code == code


def test_a_wording_is_changed_with_its_entry(year, office):
    made = actions.add_wording(actor=office, now=JANUARY, unit=year.cast.union, year=2020, key="closing", title="结语")
    actions.change_wording(actor=office, now=JANUARY, wording=made, title="结语", text="回顾全年。")
    assert Entry.objects.get(act="report.change_wording").after["text"] == "回顾全年。"
