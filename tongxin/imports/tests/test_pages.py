"""The pages of importing: who reaches them, what they say, what they leave alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from django.test import override_settings
from django.urls import reverse

from tests.cast import NOW, Cast
from tongxin.audit.models import Entry
from tongxin.core.sheets.tests.ugly_plans import plan_files
from tongxin.imports.models import ImportRun, Taken
from tongxin.imports.shell import import_file
from tongxin.imports.tests.making import at_shell, roster, run_of, sheet, upload
from tongxin.org.actor import shell_actor
from tongxin.org.models import Person, Unit

ROW = ["2020777", "郑海", "图书馆", "2018-08-27", "13800138000"]


def address(name: str, run: ImportRun) -> str:
    args = {"home": [], "new": ["roster"], "template": ["roster"]}.get(name, [run.pk])
    return reverse(f"imports:{name}", args=args)


@pytest.mark.parametrize("name", ["home", "new", "template", "check", "columns", "refused"])
def test_pages_open_for_the_office_alone(cast: Cast, tmp_path: Path, name: str) -> None:
    run = run_of(cast, roster(tmp_path / "名册.xlsx", ROW))
    url = address(name, run)
    assert cast.client("office").get(url).status_code == 200
    assert cast.client("office", in_office=False).get(url).status_code == 403
    assert cast.client("member").get(url).status_code == 404
    assert cast.client(None).get(url).status_code == 302
    outsider = cast.client("outsider").get(url).status_code
    assert outsider == (200 if name in ("home", "new", "template") else 404)


@pytest.mark.parametrize("name", ["units", "cell", "application", "drop"])
def test_acts_are_for_the_office_alone(cast: Cast, tmp_path: Path, name: str) -> None:
    run = run_of(cast, roster(tmp_path / "名册.xlsx", ROW))
    for who, status in (("member", 404), ("outsider", 404), (None, 302), ("branch", 404)):
        assert cast.client(who).post(reverse(f"imports:{name}", args=[run.pk])).status_code == status
    run.refresh_from_db()
    assert run.is_open and not Person.objects.filter(staff_no="2020777").exists()


def test_the_history_shows_only_runs_of_ones_own_units(cast: Cast, tmp_path: Path) -> None:
    run_of(cast, roster(tmp_path / "全校名册.xlsx", ROW))
    assert "全校名册.xlsx" in cast.client("chair").get(reverse("imports:home")).content.decode()
    for who in ("branch", "outsider"):
        assert "全校名册.xlsx" not in cast.client(who).get(reverse("imports:home")).content.decode()


def test_from_upload_to_the_roster(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    path = roster(tmp_path / "名册.xlsx", ROW, ["2020778", "汪倩文", "大数据学院", "2020-13-02", "13800138001"])
    answer = client.post(reverse("imports:new", args=["roster"]), {"file": upload(path), "unit": cast.union.pk})
    run = ImportRun.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, reverse("imports:check", args=[run.pk]))
    page = client.get(answer["Location"]).content.decode()
    for words in (
        "1行要改才能进",
        "5列都会用到",
        "到这一步为止，库里什么都没动",
        "没有13月",
        "大数据学院",
        "新建为分工会",
        "138****8000",
    ):
        assert words in page
    assert not Person.objects.filter(staff_no="2020777").exists()
    answer = client.post(reverse("imports:application", args=[run.pk]))
    page = client.get(answer["Location"]).content.decode()
    assert "新增1行，变更0行，不变0行，没进1行" in page and "下载没进的1行" in page
    assert Person.objects.get(staff_no="2020777").placements.get().unit == cast.units["lib"]


def test_an_unknown_unit_is_founded_as_chosen_or_pointed_out(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    run = run_of(
        cast,
        roster(tmp_path / "名册.xlsx", [*ROW[:2], "大数据学院", *ROW[3:]], ["2020778", "汪倩文", "图书情报馆", "", ""]),
    )
    url = reverse("imports:check", args=[run.pk])
    chosen = {"name": ["大数据学院", "图书情报馆"], "choice": ["new", "lib"]}
    assert client.post(reverse("imports:units", args=[run.pk]), chosen).status_code == 302
    page = client.get(url)
    assert page.context["check"].counts["refused"] == 0
    assert not Unit.objects.filter(name="大数据学院").exists()
    client.post(reverse("imports:application", args=[run.pk]))
    founded = Unit.objects.get(name="大数据学院")
    assert (founded.kind, founded.parent) == ("branch", cast.union)
    assert Person.objects.get(staff_no="2020778").placements.get().unit == cast.units["lib"]


def test_a_cell_mended_in_place_goes_in(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    run = run_of(cast, roster(tmp_path / "名册.xlsx", [*ROW[:3], "2020-13-02", ROW[4]]))
    cell = {"sheet": "Sheet1", "row": "2", "key": "hired_on", "value": "2020-03-02", "tab": "refused"}
    answer = client.post(reverse("imports:cell", args=[run.pk]), cell)
    assert answer["Location"].endswith("?tab=refused")
    client.post(reverse("imports:application", args=[run.pk]))
    assert str(Person.objects.get(staff_no="2020777").hired_on) == "2020-03-02"


def test_a_column_nobody_recognises_can_be_pointed_out(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    run = run_of(
        cast,
        sheet(
            tmp_path / "表.xlsx", ["甲", "姓名", "丙"], ["2020777", "郑海", "图书馆"], ["2020778", "汪倩文", "图书馆"]
        ),
    )
    answer = client.get(reverse("imports:check", args=[run.pk]))
    assert answer["Location"] == reverse("imports:columns", args=[run.pk])
    page = client.get(answer["Location"]).content.decode()
    assert "没有认出这些列" in page and "2020777" in page
    chosen = {"sheet-0": "1", "header-0": "1", "column-0-0": "staff_no", "column-0-1": "name", "column-0-2": "unit"}
    answer = client.post(reverse("imports:columns", args=[run.pk]), chosen)
    assert answer["Location"] == reverse("imports:columns", args=[run.pk])  # the titles moved: look once more
    answer = client.post(reverse("imports:columns", args=[run.pk]), chosen)
    assert answer["Location"] == reverse("imports:check", args=[run.pk])
    assert client.get(answer["Location"]).context["check"].counts["new"] == 2


def test_one_column_for_two_is_refused_and_the_choice_stays_open(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    run = run_of(cast, roster(tmp_path / "名册.xlsx", ROW))
    chosen = {"sheet-0": "1", "header-0": "1", "column-0-0": "name", "column-0-1": "name"}
    answer = client.post(reverse("imports:columns", args=[run.pk]), chosen)
    assert answer.status_code == 422 and "两列都选了“姓名”" in answer.content.decode()
    run.refresh_from_db()
    assert run.choices == {}


def test_the_row_of_titles_can_be_moved(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    run = run_of(cast, sheet(tmp_path / "表.xlsx", ["工号", "姓名", "单位"], ["职工号", "名字", "部门"], ROW[:3]))
    answer = client.post(reverse("imports:columns", args=[run.pk]), {"sheet-0": "1", "header-0": "2"})
    assert answer["Location"] == reverse("imports:columns", args=[run.pk])
    check = client.get(reverse("imports:check", args=[run.pk])).context["check"]
    assert (check.counts["new"], check.records) == (1, 1)


def test_the_refused_rows_come_back_mended(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    path = roster(tmp_path / "名册.xlsx", ROW, ["2020778", "汪倩文", "图书馆", "2020-13-02", "1380013800"])
    run = run_of(cast, path)
    client.post(reverse("imports:application", args=[run.pk]))
    answer = client.get(reverse("imports:refused", args=[run.pk]))
    book = openpyxl.load_workbook(BytesIO(answer.content))
    rows = list(book.active.iter_rows(values_only=True))
    assert rows[0][0] == "没进的原因" and "没有13月" in rows[1][0] and "少1位" in rows[1][0]
    assert len(rows) == 2
    book.active["E2"], book.active["F2"] = "2020-03-02", "13800138001"
    mended = tmp_path / "没进的行.xlsx"
    book.save(mended)
    again = run_of(cast, mended)
    assert client.get(reverse("imports:check", args=[again.pk])).context["check"].counts["new"] == 1
    client.post(reverse("imports:application", args=[again.pk]))
    assert Person.objects.get(staff_no="2020778").phone == "13800138001"


def test_the_template_is_read_as_empty(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    for kind in ("roster", "plan"):
        answer = client.get(reverse("imports:template", args=[kind]))
        path = tmp_path / f"{kind}.xlsx"
        path.write_bytes(answer.content)
        check = client.get(reverse("imports:check", args=[run_of(cast, path, kind).pk])).context["check"]
        assert (check.records, [skip.why for skip in check.skipped]) == (0, ["sample"])


def test_a_plan_goes_in_and_says_where_to_look(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    path = plan_files(tmp_path)[0]
    sent = {"file": upload(path), "unit": cast.union.pk, "year": "2020"}
    url = client.post(reverse("imports:new", args=["plan"]), sent)["Location"]
    page = client.get(url).content.decode()
    assert "按名称归到“体育竞赛”" in page and "略过的5行" in page
    run = ImportRun.objects.get()
    names = ["数学系分工会", "机关分工会", "后勤分工会"]
    client.post(reverse("imports:units", args=[run.pk]), {"name": names, "choice": ["new"] * 3})
    client.post(reverse("imports:application", args=[run.pk]))
    assert "去看年度计划" in client.get(url).content.decode()


def test_given_up_nothing_went_in(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    run = run_of(cast, roster(tmp_path / "名册.xlsx", ROW))
    client.post(reverse("imports:drop", args=[run.pk]))
    assert "库里什么都没动" in client.get(reverse("imports:check", args=[run.pk])).content.decode()
    answer = client.post(reverse("imports:application", args=[run.pk]), follow=True)
    assert "已经放弃" in answer.content.decode()
    assert not Person.objects.filter(staff_no="2020777").exists()
    assert Entry.objects.filter(act="imports.drop").count() == 1


def test_a_file_beyond_the_limit_is_told_at_its_field(cast: Cast, tmp_path: Path) -> None:
    with override_settings(UPLOAD_LIMIT=100):
        answer = cast.client("office").post(
            reverse("imports:new", args=["roster"]),
            {"file": upload(roster(tmp_path / "名册.xlsx", ROW)), "unit": cast.union.pk},
        )
    assert answer.status_code == 422 and "最多收" in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_tabs_and_pages_show_every_row(cast: Cast, tmp_path: Path) -> None:
    rows = [[f"30{number:05}", "郑海", "图书馆", "", ""] for number in range(120)]
    client, run = cast.client("office"), run_of(cast, roster(tmp_path / "名册.xlsx", *rows))
    url = reverse("imports:check", args=[run.pk])
    first = client.get(url, {"tab": "new"}).context["check"]
    last = client.get(url, {"tab": "new", "page": "3"}).context["check"]
    assert (first.of, len(first.lines), first.lines[0].number) == (120, 50, 2)
    assert (last.first, last.last, last.lines[-1].number) == (101, 120, 121)
    assert client.get(url, {"tab": "nonsense", "page": "x"}).status_code == 200


def test_numbers_of_identity_cards_are_neither_read_nor_shown(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    path = sheet(tmp_path / "名册.xlsx", ["工号", "姓名", "单位", "身份证号"], [*ROW[:3], "340202199001011234"])
    run = run_of(cast, path)
    for name in ("check", "columns"):
        assert "340202199001011234" not in client.get(reverse(f"imports:{name}", args=[run.pk])).content.decode()
    assert (
        "4列里用3列；没用到、也不会存的：身份证号"
        in client.get(reverse("imports:check", args=[run.pk])).content.decode()
    )


def test_what_was_brought_at_the_shell_says_so(cast: Cast, tmp_path: Path) -> None:
    import_file(
        actor=shell_actor("root"), now=NOW, wanted=at_shell("roster", roster(tmp_path / "名册.xlsx", ROW), cast)
    )
    assert "命令行" in cast.client("office").get(reverse("imports:home")).content.decode()


CHINESE_MARKS = ("、", "，", "；", "。", "：")


@pytest.mark.parametrize("name", ["home", "new", "check", "columns", "outcome"])
def test_english_pages_carry_english_marks_and_one_capital(cast: Cast, tmp_path: Path, name: str) -> None:
    path = tmp_path / "roster.xlsx"
    sheet(
        path, ["工号", "姓名", "单位", "身份证号", "备用"], [*ROW[:3], "1", "2"], ["2020778", "汪倩文", "图情", "", ""]
    )
    run, client = run_of(cast, path), cast.client("office")
    client.cookies["tongxin_language"] = "en"
    if name == "outcome":
        client.post(reverse("imports:application", args=[run.pk]))
    page = client.get(address("check" if name == "outcome" else name, run)).content.decode()
    main = page[page.index("<header") : page.index("</main>")]
    assert [mark for mark in CHINESE_MARKS if mark in main] == []
    assert "Import Roster" not in page and (name == "columns" or "roster" in page)


def test_the_outcome_opens_the_people_that_the_import_touched(cast: Cast, tmp_path: Path) -> None:
    client, member = cast.client("office"), cast.people["member"]
    changed = [member.staff_no, member.name, "图书馆", "2001-02-03", "13800138002"]
    run = run_of(cast, roster(tmp_path / "名册.xlsx", ROW, changed, ["2020778", "汪倩文", "无此单位", "", ""]))
    client.post(reverse("imports:application", args=[run.pk]))
    page = client.get(reverse("imports:check", args=[run.pk])).content.decode()
    assert "看这2人" in page
    shown = client.get(reverse("org:people"), {"taken": str(run.pk)})
    assert {row.pk for row in shown.context["page"].object_list} == {
        member.pk,
        Person.objects.get(staff_no="2020777").pk,
    }
    assert "名册.xlsx" in shown.content.decode()
    assert {(one.kind, one.thing_pk == member.pk) for one in Taken.objects.filter(run=run)} == {
        ("new", False),
        ("changed", True),
    }


def test_what_anothers_import_touched_filters_nothing_and_names_no_file(cast: Cast, tmp_path: Path) -> None:
    run = run_of(cast, roster(tmp_path / "名册.xlsx", ROW))
    cast.client("office").post(reverse("imports:application", args=[run.pk]))
    for words in (str(run.pk), "nonsense"):
        answer = cast.client("branch").get(reverse("org:people"), {"taken": words})
        assert (answer.status_code, answer.context["wanted"].taken) == (200, None)
        assert "名册.xlsx" not in answer.content.decode()
