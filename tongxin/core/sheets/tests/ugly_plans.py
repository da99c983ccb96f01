"""Ugly annual plans; see `ugly`."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import xlwt

# title, kind, units, time, place, form, people
ACTIVITIES = [
    ("“三八”健步走", "文体", "数学系分工会、机关分工会", "3月上旬", "东操场", "线下", 120),
    ("师德演讲比赛", "教育", "机关分工会", "2020.05", "报告厅", "线下", 80),
    ("教职工乒乓球赛", "文体", "后勤分工会、数学系分工会、机关分工会", "第二季度", "体育馆", "线下", 64),
    ("送清凉慰问", "慰问", "后勤分工会", "6月25日", "各工地", "走访", 200),
    ("读书分享会", "教育", "数学系分工会", "3月-4月", "图书馆", "线上", 30),
    ("离退休教师座谈", "慰问", "机关分工会", "待定", "", "", 40),
]
YEAR = 2020


def plan_files(folder: Path) -> list[Path]:
    """Write the five plans into `folder`."""
    return [make(folder) for make in (_titled, _old, _semicolons, _sheets, _paged)]


def _titled(folder: Path) -> Path:
    """xlsx: merged title, note, header in row 4, headings between the rows, totals and signatures."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "某大学工会2020年工作计划"
    sheet.merge_cells("A1:I1")
    sheet["A2"] = "注：时间如有变动另行通知"
    for column, title in enumerate(
        ["序号", "活动名称", "类别", "承办单位", "计划时间", "地点", "形式", "预计人数", "备注"], start=1
    ):
        sheet.cell(4, column, title)
    row = 5
    for number, (kind, heading) in enumerate(
        (("文体", "一、文体类"), ("教育", "二、教育类"), ("慰问", "三、慰问类")), start=1
    ):
        sheet.cell(row, 1, heading)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=9)
        row += 1
        for title, _kind, units, when, place, form, people in (item for item in ACTIVITIES if item[1] == kind):
            for column, value in enumerate([number, title, kind, units, when, place, form, people, None], start=1):
                sheet.cell(row, column, value)
            row += 1
    sheet.cell(row, 1, "合计")
    sheet.cell(row, 8, "=SUM(H6:H13)")
    sheet.cell(row + 2, 1, "制表：刘老师")
    sheet.cell(row + 2, 5, "工会主席（签字）：")
    path = folder / "2020年计划.xlsx"
    book.save(path)
    return path


def _old(folder: Path) -> Path:
    """xls: header in two lines, times as numbers, people as 120人, units parted by commas."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("计划表")
    sheet.write_merge(0, 0, 0, 6, "年度活动计划（征求意见稿）")
    for column, title in ((0, "项目名称"), (1, "活动类别"), (2, "责任单位"), (3, "活动时间"), (6, "参加人数")):
        sheet.write_merge(1, 2, column, column, title)
    sheet.write_merge(1, 1, 4, 5, "活动")
    sheet.write(2, 4, "地点")
    sheet.write(2, 5, "形式")
    for row, (title, kind, units, when, place, form, people) in enumerate(ACTIVITIES, start=3):
        time = float(when) if when == "2020.05" else when
        for column, value in enumerate([title, kind, units.replace("、", "，"), time, place, form, f"{people}人"]):
            sheet.write(row, column, value)
    path = folder / "征求意见稿.xls"
    book.save(str(path))
    return path


def _semicolons(folder: Path) -> Path:
    """csv in GB18030, parted by semicolons, columns in another order, a total at the foot."""
    lines = [["时间", "活动内容", "类型", "承办分工会", "人数", "活动地点", "活动形式"]]
    lines += [
        [when, title, kind, units, f"约{people}人", place, form]
        for title, kind, units, when, place, form, people in ACTIVITIES
    ]
    lines += [["共计：", "6项", "", "", "534", "", ""]]
    path = folder / "计划.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file, delimiter=";").writerows(lines)
    return path


def _sheets(folder: Path) -> Path:
    """xlsx: instructions first, then a sheet for each kind, the kind merged over its rows."""
    book = openpyxl.Workbook()
    book.active.title = "填写说明"
    book.active["A1"] = "请各分工会于3月1日前填好，活动名称、承办单位、计划时间必填。"
    for kind in dict.fromkeys(item[1] for item in ACTIVITIES):
        sheet = book.create_sheet(kind)
        sheet.append(["工作内容", "类别", "主办单位", "拟定时间", "地点", "形式", "预计人数"])
        rows = [item for item in ACTIVITIES if item[1] == kind]
        for title, _kind, units, when, place, form, people in rows:
            sheet.append([title, None, units, when, place, form, people])
        sheet["B2"] = kind
        sheet.merge_cells(start_row=2, end_row=len(rows) + 1, start_column=2, end_column=2)
    path = folder / "分类计划.xlsx"
    book.save(path)
    return path


def _paged(folder: Path) -> Path:
    """csv in UTF-8 with BOM: titles repeated, quoted line breaks, one row twice."""
    head = ["序号", "活动名称", "类别", "承办单位", "计划时间", "地点", "形式", "预计人数", "备注"]
    lines: list[list[str]] = []
    for number, (title, kind, units, when, place, form, people) in enumerate(ACTIVITIES, start=1):
        if number % 3 == 1:
            lines.append(head)
        row = [str(number), title, kind, units, when, place, form, str(people), "雨天\n顺延" if number == 1 else ""]
        lines += [row, [str(number), *row[1:]]] if number == 5 else [row]
    path = folder / "计划（分页）.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(lines)
    return path
