"""Which column is which."""

from __future__ import annotations

import pytest

from tongxin.core.sheets.columns import understand
from tongxin.core.sheets.tests.specs import PLAN, ROSTER

ROWS = [
    ["工号", "姓名", "部门", "电话"],
    ["1", "张三", "数学系", "13800138000"],
    ["2", "李四", "数学系", "13800138001"],
]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("＊职 工 号", "number"),
        ("姓名（必填）", "name"),
        ("人员编号\n(8位)", "number"),
        ("部门（分工会）", "unit"),
        ("教职工姓名", "name"),
        ("手机号码", "phone"),
        ("配偶姓名", None),
        ("部门负责人", None),
        ("部门代码", None),
        ("职称", None),
    ],
)
def test_a_title_names_its_column(title: str, key: str | None) -> None:
    head = [[title, "性别", "出生日期", "入会时间"]]
    assert understand(head, ROSTER).mapping.get(0) == key


@pytest.mark.parametrize("above", [0, 1, 7, 29])
def test_titles_are_found_anywhere_in_the_first_rows(above: int) -> None:
    layout = understand([["某大学工会会员姓名、部门一览"], *[[""]] * above, *ROWS][1:], ROSTER)
    assert (layout.header_row, layout.missing) == (above + 1, [])


def test_a_column_without_a_known_title_is_told_by_its_content() -> None:
    layout = understand(ROWS, ROSTER)
    assert layout.mapping[3] == "phone" and layout.by_content == {3}


def test_a_person_overrules_what_was_understood() -> None:
    layout = understand(ROWS, ROSTER, chosen={3: None, 2: "remark", 1: "unit"})
    assert layout.mapping == {0: "number", 1: "unit", 2: "remark"}
    assert layout.missing == ["name"] and layout.unknown == [(3, "电话")]


def test_a_person_says_where_the_titles_are() -> None:
    layout = understand([["工号", "姓名", "部门"], ["部门", "姓名", "工号"]], ROSTER, header_row=2)
    assert layout.mapping == {0: "unit", 1: "name", 2: "number"} and layout.first_row == 3


def test_a_sheet_without_titles_misses_everything_that_is_needed() -> None:
    layout = understand([["01", "张三"], ["02", "李四"]], PLAN)
    assert layout.header_row is None and layout.missing == ["title", "units", "when"]


def test_two_columns_of_one_meaning_do_not_both_count() -> None:
    layout = understand([["部门", "工号", "姓名", "所在单位"]], ROSTER)
    assert layout.mapping[0] == "unit" and layout.unknown == [(3, "所在单位")]


def test_titles_in_two_lines_are_read_together() -> None:
    head = [["工号", "姓名", "部门", "时间", ""], ["", "", "", "出生", "入会"], ["1", "张三", "甲", "1985", "2010"]]
    layout = understand(head, ROSTER)
    assert layout.mapping == {0: "number", 1: "name", 2: "unit", 3: "born", 4: "joined"}
    assert (layout.header_row, layout.header_lines, layout.first_row) == (2, 2, 3)


def test_an_empty_sheet_is_no_fault() -> None:
    assert understand([], ROSTER).missing == ["number", "name", "unit"]
