"""Ugly spreadsheets, unlike each other, such as offices send: five rosters and five annual plans.

Each roster holds the six people of `PEOPLE`, each plan the six activities of `ACTIVITIES`, whatever they look like.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import openpyxl
import xlwt

from tongxin.core.sheets.tests.ugly_plans import ACTIVITIES, plan_files

# number, name, sex, unit, born, entered, phone, standing
PEOPLE = [
    ("2001012", "张三", "男", "数学系分工会", "1975-06-01", "2001-07", "13800138001", "在岗"),
    ("2005033", "李小梅", "女", "数学系分工会", "1981-12-24", "2005-09", "13800138002", "在岗"),
    ("1998107", "阿依古丽·买买提", "女", "数学系分工会", "1970-03-15", "1998-07", "13800138003", "在岗"),
    ("0087001", "王建国", "男", "机关分工会", "1955-10-01", "1978-02", "13800138004", "退休"),
    ("2019088", "赵喆", "男", "机关分工会", "1992-02-29", "2019-10", "13800138005", "在岗"),
    ("2020006", "欧阳 Anna", "女", "后勤分工会", "1990-11-30", "2020-06", "13800138006", "在岗"),
]
SERIALS = {person[0]: (date.fromisoformat(person[4]) - date(1899, 12, 30)).days for person in PEOPLE}


def roster_files(folder: Path) -> list[Path]:
    """Write the five rosters into `folder`."""
    return [make(folder) for make in (_titled, _old, _tabbed, _by_branch, _paged)]


def _titled(folder: Path) -> Path:
    """xlsx: merged title, note, header in row 4, months as text, totals and signatures at the foot."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "某大学工会会员花名册"
    sheet.merge_cells("A1:J1")
    sheet["A2"] = "填报单位：某大学工会（盖章）"
    sheet["H2"] = "填报日期：2020年3月1日"
    sheet.append(
        [
            "序号",
            "* 职工号",
            "姓 名（必填）",
            "性别",
            "所在单位",
            "出生\n年月",
            "到校时间",
            "联系电话",
            "在岗/退休",
            "备注",
        ]
    )
    sheet.move_range("A3:J3", rows=1)
    for row, (number, name, sex, unit, born, entered, phone, standing) in enumerate(PEOPLE, start=5):
        cells = [
            row - 4,
            number,
            name,
            sex,
            unit,
            date.fromisoformat(born),
            entered.replace("-", "."),
            phone,
            standing,
            "",
        ]
        for column, value in enumerate(cells, start=1):
            sheet.cell(row, column, value)
    sheet["A12"], sheet["B12"] = "合计", "共6人"
    sheet["A14"], sheet["E14"] = "制表人：刘老师", "审核人："
    path = folder / "会员花名册.xlsx"
    book.save(path)
    return path


def _old(folder: Path) -> Path:
    """xls: header in two lines, days as bare serials, numbers as numbers, full-width digits, spaces inside names."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    sheet.write_merge(0, 0, 0, 7, "2020年度教职工基本信息")
    for column, title in ((0, "人员编号"), (1, "姓　名"), (2, "性别"), (3, "分工会"), (6, "移动电话"), (7, "身份")):
        sheet.write_merge(1, 2, column, column, title)
    sheet.write_merge(1, 1, 4, 5, "时间")
    sheet.write(2, 4, "出生")
    sheet.write(2, 5, "到校")
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    for row, (number, name, sex, unit, _born, entered, phone, standing) in enumerate(PEOPLE, start=3):
        sheet.write(row, 0, number if number.startswith("0") else float(number))
        sheet.write(row, 1, "　".join(name) if len(name) == 2 else name)
        sheet.write(row, 2, {"男": 1, "女": 2}[sex])
        sheet.write(row, 3, " ".join(unit))
        sheet.write(row, 4, SERIALS[number])
        sheet.write(row, 5, entered.replace("-", "年") + "月")
        sheet.write(row, 6, phone.translate(wide) if row % 2 else float(phone))
        sheet.write(row, 7, standing)
    path = folder / "基本信息.xls"
    book.save(str(path))
    return path


def _tabbed(folder: Path) -> Path:
    """csv in GB18030, parted by tabs, with a preamble, totals, and other names for the columns."""
    lines = [
        ["某大学分工会会员名单"],
        [],
        ["教工号", "职工姓名", "性别", "单位", "出生年月", "入职时间", "手机号", "人员状态"],
    ]
    for number, name, sex, unit, born, entered, phone, standing in PEOPLE:
        lines.append(
            [
                f'="{number}"',
                f" {name} ",
                sex,
                unit,
                born.replace("-", ""),
                entered.replace("-", "/"),
                f"+86 {phone}",
                standing,
            ]
        )
    lines += [["合计：6人", "", "", "", "", "", "", ""], ["填表人：", "", "", "审核："]]
    path = folder / "名单.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(lines)
    return path


def _by_branch(folder: Path) -> Path:
    """xlsx: a cover, a sheet for each branch, the unit merged over its rows, formulas, a hidden list."""
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "封面"
    cover["C8"] = "工会会员信息汇总"
    cover["C10"] = "二〇二〇年三月"
    for unit in dict.fromkeys(person[3] for person in PEOPLE):
        sheet = book.create_sheet(unit[:-3])
        sheet.append(["所属分工会", "工号", "姓名", "性别", "出生时间", "来校时间", "手机", "身份", "年龄"])
        rows = [person for person in PEOPLE if person[3] == unit]
        for row, (number, name, sex, _unit, born, entered, phone, standing) in enumerate(rows, start=2):
            sheet.append(
                [
                    None,
                    number,
                    name,
                    sex,
                    born.replace("-", "/"),
                    f"{entered}-01",
                    phone,
                    standing,
                    f"=2020-YEAR(E{row})",
                ]
            )
        sheet["A2"] = unit
        sheet.merge_cells(start_row=2, end_row=len(rows) + 1, start_column=1, end_column=1)
        sheet.append(["小计", f"=COUNTA(B2:B{len(rows) + 1})"])
    hidden = book.create_sheet("字典")
    hidden.append(["在岗", "退休"])
    hidden.sheet_state = "hidden"
    path = folder / "分工会汇总.xlsx"
    book.save(path)
    return path


def _paged(folder: Path) -> Path:
    """csv in UTF-8 with BOM: titles repeated at each page, quoted line breaks, one row twice, empty rows."""
    head = ["工号", "姓名", "性别", "部门", "出生日期", "入职时间", "联系方式", "身份", "备注"]
    lines: list[list[str]] = []
    for number, (code, name, sex, unit, born, entered, phone, standing) in enumerate(PEOPLE):
        if number % 3 == 0:
            lines += [["工会会员名册", *[""] * 8], head]
        remark = "调入，\n原在“二中”" if number == 1 else ""
        row = [code, name, sex, unit, born, f"{entered}-01", f"{phone[:3]}-{phone[3:7]}-{phone[7:]}", standing, remark]
        lines += [row, row, [""] * 9] if number == 4 else [row]
    path = folder / "名册（分页）.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(lines)
    return path


__all__ = ["ACTIVITIES", "PEOPLE", "plan_files", "roster_files"]
