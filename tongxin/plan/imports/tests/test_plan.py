"""The plan importer, line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cast import NOW, Cast
from tongxin.activities.actions import add_activity, publish
from tongxin.activities.models import Activity, Category
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.imports.shell import ShellAnswer, ShellImport, import_file
from tongxin.imports.tests.making import sheet
from tongxin.plan.models import WorkItem
from tongxin.plan.tests.making import approve

HEAD = ["活动名称", "类别", "主办单位", "承办单位", "计划时间", "地点", "形式", "预计人数", "活动组", "备注"]


@pytest.fixture
def take(cast: Cast, tmp_path: Path) -> Any:
    """Take lines of `HEAD` in, as the office."""

    def go(*lines: list[Any], head: list[str] = HEAD, who: str = "office", **more: Any) -> ShellAnswer:
        path = sheet(tmp_path / "计划.xlsx", head, *lines)
        wanted = ShellImport("plan", path, cast.union, year=2020, **more)
        return import_file(actor=cast.actor(who), now=NOW, wanted=wanted)

    return go


def codes(answer: ShellAnswer) -> list[str]:
    """Why lines were refused."""
    return [problem.code for verdict in answer.made.verdicts["refused"] for problem in verdict.problems]


def test_a_whole_line_becomes_an_activity(cast: Cast, take: Any) -> None:
    answer = take(
        [
            "乒乓球赛",
            "体育竞赛",
            "校工会",
            "图书馆、保卫处（协办）",
            "4月12日-14日",
            "体育馆",
            "线上线下",
            "约120人",
            "健康",
            "雨天顺延",
        ]
    )
    assert codes(answer) == []
    activity = Activity.objects.get(title="乒乓球赛")
    organisers = [(one.unit.code, one.role) for one in activity.organisers.all()]
    assert organisers == [("demo", "host"), ("lib", "run"), ("security", "assist")]
    assert (activity.planned_on, activity.ends_on) == (date(2020, 4, 12), date(2020, 4, 14))
    assert (activity.category.code, activity.group.code, activity.mode) == ("ti", "health", "mixed")  # type: ignore[union-attr]
    assert (activity.place, activity.expected, activity.about, activity.state) == ("体育馆", 120, "雨天顺延", "planned")
    assert Entry.objects.filter(act="activities.add", thing_id=str(activity.pk)).count() == 1


def test_without_a_category_the_title_tells_it_and_the_note_says_so(take: Any) -> None:
    answer = take(["乒乓球赛", "5月"], head=["活动名称", "时间"])
    assert answer.made.verdicts["new"][0].notes["category"] == "按名称认出：体育竞赛"
    assert Activity.objects.get(title="乒乓球赛").category.code == "ti"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({"类别": "天文"}, "plan.unknown_category"),
        ({"活动名称": "某某", "类别": ""}, "plan.no_category"),
        ({"承办单位": "大数据学院"}, "unit.unknown"),
        ({"活动组": "没有的组"}, "plan.unknown_group"),
        ({"计划时间": "十三月"}, "cell.no_such_day"),
        ({"地点": "很" * 101}, "plan.too_long"),
        ({"预计人数": 5_000_000}, "plan.too_many"),
    ],
)
def test_a_line_that_cannot_go_in_says_why(take: Any, line: dict[str, Any], code: str) -> None:
    whole = {"活动名称": "乒乓球赛", "类别": "体育", **line}
    answer = take([whole.get(title, "") for title in HEAD])
    assert codes(answer) == [code]
    assert not Activity.objects.filter(title=whole["活动名称"]).exists()


def test_an_unknown_category_names_the_nearest(take: Any) -> None:
    answer = take(["乒乓球赛", "体育比赛竞技"], head=HEAD[:2])
    assert "是“体育竞赛”吗" in answer.made.verdicts["refused"][0].problems[0].sentence


def test_work_is_no_activity(cast: Cast, take: Any) -> None:
    answer = take(
        ["新建3个分工会", "组织建设", "", "保卫处", "第二季度"], ["修订办法", "工作事项", "", "", ""], head=HEAD[:5]
    )
    assert codes(answer) == []
    built, revised = WorkItem.objects.filter(unit=cast.union, year=2020).order_by("pk")
    assert (built.kind, built.due_on, built.responsible_unit) == ("branch", date(2020, 6, 30), cast.units["security"])
    assert (revised.kind, revised.due_on) == ("other", None)
    assert not Activity.objects.filter(year=2020).exists()
    assert take(["修订办法", "工作事项", "", "", ""], head=HEAD[:5]).made.counts["unchanged"] == 1


def test_the_second_of_two_same_lines_is_refused_and_two_times_are_two_activities(take: Any) -> None:
    answer = take(
        ["乒乓球赛", "体育", "", "", "4月"], ["乒乓球赛", "体育", "", "图书馆", "4月"], ["乒乓球赛", "体育", "", "", "10月"],
        head=HEAD[:5],
    )  # fmt: skip
    assert codes(answer) == ["plan.repeat"]
    assert Activity.objects.filter(title="乒乓球赛").count() == 2
    again = take(["乒乓球赛", "体育", "", "", "4月"], ["乒乓球赛", "体育", "", "", "10月"], head=HEAD[:5])
    assert again.made.counts["unchanged"] == 2


def existing(cast: Cast, **more: Any) -> Activity:
    """An activity that is planned already."""
    category = Category.objects.get(code="ti")
    fields = {"title": "乒乓球赛", "category": category, "planned_on": date(2020, 4, 1), "planned_words": "4月"}
    return add_activity(actor=cast.actor("office"), now=NOW, unit=cast.union, year=2020, **{**fields, **more})


def test_what_differs_is_changed_and_empty_cells_say_nothing(cast: Cast, take: Any) -> None:
    activity = existing(cast, place="东操场", expected=60)
    answer = take(["乒乓球赛", "", "", "图书馆", "5月", "", "", 80], head=HEAD[:8])
    (verdict,) = answer.made.verdicts["changed"]
    assert verdict.before == {"when": "4月", "expected": "60", "units": "校工会（承办）"}
    activity.refresh_from_db()
    assert (activity.planned_on, activity.planned_words, activity.expected) == (date(2020, 5, 1), "5月", 80)
    assert (activity.place, [one.unit.code for one in activity.organisers.all()]) == ("东操场", ["lib"])


def test_a_published_activity_is_left_alone(cast: Cast, take: Any) -> None:
    activity = existing(cast, starts_on=date(2020, 12, 1), planned_on=date(2020, 12, 1))
    publish(actor=cast.actor("office"), now=NOW, activity=activity)
    assert codes(take(["乒乓球赛", "体育", "", "", "", "体育馆"], head=HEAD[:6])) == ["plan.already_published"]
    activity.refresh_from_db()
    assert activity.place == ""
    assert take(["乒乓球赛", "体育"], head=HEAD[:2]).made.counts["unchanged"] == 1


def test_after_approval_new_lines_are_additions_and_days_stay(cast: Cast, take: Any) -> None:
    existing(cast)
    approve(cast, now=NOW, approved_on=date(2020, 3, 1))
    answer = take(["乒乓球赛", "", "", "", "6月"], ["歌咏比赛", "文化", "", "", "9月"], head=HEAD[:5])
    assert codes(answer) == ["plan.day_approved"]
    assert answer.made.verdicts["new"][0].notes["title"] == "计划已审定，算增补"
    assert Activity.objects.filter(title="歌咏比赛").exists()


def test_what_the_year_holds_beyond_the_file_is_said_and_left(cast: Cast, take: Any) -> None:
    existing(cast)
    answer = take(["歌咏比赛", "文化"], head=HEAD[:2])
    assert answer.made.afterwords == ["这一年另有1项活动不在文件里：不动它们，也不当作取消。"]
    assert Activity.objects.filter(title="乒乓球赛", state="planned").exists()


def test_everyone_is_noted_and_not_an_unknown_unit(cast: Cast, take: Any) -> None:
    answer = take(["歌咏比赛", "文化", "", "各分工会"], head=HEAD[:4])
    assert answer.made.verdicts["new"][0].notes["units"] == "“各分工会”没有逐个列出，先记在校工会名下"
    assert [one.unit for one in Activity.objects.get(title="歌咏比赛").organisers.all()] == [cast.union]


@pytest.mark.parametrize("who", ["member", "outsider", "branch", "audit"])
def test_only_who_may_change_the_plan(cast: Cast, take: Any, who: str) -> None:
    with pytest.raises(Refused) as caught:
        take(["歌咏比赛", "文化"], head=HEAD[:2], who=who)
    assert caught.value.code in ("access.no_right", "access.office_mode")
    assert not Activity.objects.filter(title="歌咏比赛").exists()


def test_a_refusal_of_an_act_names_the_row_and_leaves_nothing(cast: Cast, take: Any, monkeypatch: Any) -> None:
    def refuse(**_more: Any) -> None:
        raise Refused("work_item.title_missing", "还没写是什么事项。")

    monkeypatch.setattr("tongxin.plan.imports.writing.add_work_item", refuse)
    with pytest.raises(Refused) as caught:
        take(["歌咏比赛", "文化"], ["修订办法", "工作事项"], head=HEAD[:2])
    assert caught.value.sentence.startswith("第3行：")
    assert not Activity.objects.filter(title="歌咏比赛").exists()
