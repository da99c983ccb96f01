"""Old sign-off lists go in as they are: marks, signatures, proxies, blanks, a sheet for each unit."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cast import NOW, make_person
from tongxin.collecting.models import Receipt
from tongxin.collecting.tests.making import OPENED, entitle, line, make_round
from tongxin.imports.shell import ShellImport, import_file
from tongxin.notices.models import Message

pytestmark = pytest.mark.django_db


def book(path: Path, **sheets) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def take_in(cast, path, **more):
    return import_file(actor=cast.shell, now=NOW, wanted=ShellImport("signed", path, cast.union, year=2020, **more))


def test_a_messy_list_with_a_sheet_for_each_unit_goes_in(cast, tmp_path):
    round = make_round(cast, "member", "branch", "librarian", "office", packs="AB", state="closed", closed_at=OPENED)
    path = book(
        tmp_path / "签领表.xlsx",
        电子与电气工程学院=[
            ["2020年中秋慰问品签领表"], [], ["序号", "工号", "姓名", "礼包名称", "领取人签字", "领取日期"],
            [1, cast.people["member"].staff_no, "张 三", "B", "代：李四", "2020-09-28"],
            [2, "", "吴海燕", "A套餐", "✓", None],
        ],
        图书馆=[
            ["序号", "工号", "姓名", "礼包名称", "领取人签字", "领取日期"], [1, "", "李四", "", "李四", "9月28日"],
            [2, "", "周敏", "", "", None],
        ],
    )  # fmt: skip
    answer = take_in(cast, path)
    assert answer.refused == 0, answer.as_text()
    told = {
        each.entitled.person.name: (each.pack.letter, each.proxy.name if each.proxy else "", each.way)
        for each in Receipt.objects.select_related("entitled__person", "pack", "proxy")
    }
    assert told == {"张三": ("B", "李四", "paper"), "吴海燕": ("A", "", "paper"), "李四": ("A", "", "paper")}
    assert str(Receipt.objects.get(proxy__isnull=False).at.date()) == "2020-09-28"
    assert not Message.objects.exists()
    assert take_in(cast, path).refused == 0
    assert Receipt.objects.count() == 3
    assert round.entitled.count() == 4


def test_each_wrong_line_says_why(cast, tmp_path):
    round = make_round(cast, "member", "branch")
    entitle(round, cast.people["office"], struck="离职", struck_at=NOW)
    for number in range(2):
        entitle(round, make_person(f"77{number}", "重名", cast.units["ee"], cast.union, user=False))
    number = cast.people["member"].staff_no
    path = book(
        tmp_path / "a.xlsx",
        表=[
            ["工号", "姓名", "礼包", "签领"], [number, "李四", "", "✓"], ["", "汪倩", "", "✓"], ["", "重名", "", "✓"],
            ["", "周敏", "", "✓"], ["", "吴海燕", "火腿", "✓"], [number, "张三", "", "✓"], ["", "张三", "", "签名"],
        ],
    )  # fmt: skip
    answer = take_in(cast, path)
    assert answer.refused == 6, answer.as_text()
    for why in ("不叫李四", "没有汪倩", "几个重名", "去掉了：离职", "不知道吴海燕领的", "已经有了，留一行"):
        assert why in answer.as_text()
    assert Receipt.objects.get().entitled == line(round, cast.people["member"])


@pytest.mark.parametrize(("rounds", "why"), [(0, "没有在发或发完的福利"), (2, "不止一次福利")])
def test_the_round_must_be_told_from_the_year_or_the_column(cast, tmp_path, rounds, why):
    for number in range(rounds):
        make_round(cast, "member", title=f"慰问{number}")
    path = book(tmp_path / "a.xlsx", 表=[["姓名", "签领"], ["张三", "✓"]])
    answer = take_in(cast, path)
    assert answer.refused == 1
    assert why in answer.as_text()


def test_the_column_says_which_round(cast, tmp_path):
    first, second = make_round(cast, "member", title="端午慰问"), make_round(cast, "member", title="中秋慰问")
    path = book(tmp_path / "a.xlsx", 表=[["姓名", "签领", "福利"], ["张三", "✓", "中秋"]])
    assert take_in(cast, path).refused == 0
    assert Receipt.objects.get().entitled.round == second
    assert not Receipt.objects.filter(entitled__round=first).exists()


def test_without_a_column_of_marks_nothing_goes_in(cast, tmp_path):
    make_round(cast, "member")
    answer = take_in(cast, book(tmp_path / "a.xlsx", 表=[["工号", "姓名"], [cast.people["member"].staff_no, "张三"]]))
    assert "没有“签领”一列" in answer.as_text()
    assert not Receipt.objects.exists()
