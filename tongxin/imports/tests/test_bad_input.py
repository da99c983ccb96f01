"""Bad files and bad rows: each has its clear answer, at both importers, and nothing is written or kept."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msoffcrypto.format.ooxml
import openpyxl
import pytest
from django.conf import settings
from django.urls import reverse

from tests.cast import NOW, Cast
from tongxin.activities.models import Activity
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.core.sheets.tests import bombs
from tongxin.imports.models import ImportRun
from tongxin.imports.shell import import_file
from tongxin.imports.tests.making import at_shell, roster, run_of, sheet, upload
from tongxin.org.models import Person, Unit

HERE = Path(settings.DATA) / "files" / "imports"


def state() -> tuple[Any, ...]:
    """All that an import could touch, the kept files too."""
    models = (Person, Unit, Activity, Entry, ImportRun)
    files = len(list(HERE.iterdir())) if HERE.is_dir() else 0
    return (*[model._default_manager.count() for model in models], files)


def _password(path: Path) -> Path:
    plain = sheet(path.with_name("plain.xlsx"), ["工号"])
    with plain.open("rb") as source, path.open("wb") as target:
        msoffcrypto.format.ooxml.OOXMLFile(source).encrypt("secret", target)
    return path


def _bytes(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "pdf": (_bytes(b"%PDF-1.7 ..."), "sheet.not_a_spreadsheet"),
    "noise": (_bytes(bytes(range(256)) * 20), "sheet.not_a_spreadsheet"),
    "broken": (_bytes(b"PK\x03\x04 and nothing more"), "sheet.damaged"),
    "bomb": (lambda path: bombs.workbook(path, bombs.zeros(1)), "sheet.zip_bomb"),
    "liar": (bombs.lying, "sheet.zip_bomb"),
    "five million rows": (lambda path: bombs.workbook(path, bombs.rows(5_000_000)), "sheet.too_many_rows"),
    "password": (_password, "sheet.password"),
    "blank": (lambda path: sheet(path, [None]), "sheet.empty"),
    "no columns": (lambda path: sheet(path, ["甲", "乙"], ["一", "二"]), "import.columns_missing"),
}


@pytest.mark.parametrize("kind", ["roster", "plan"])
@pytest.mark.parametrize("what", FILES)
def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(
    cast: Cast, tmp_path: Path, kind: str, what: str
) -> None:
    make, code = FILES[what]
    path = make(tmp_path / "表.xlsx")
    before = state()
    with pytest.raises(Refused) as caught:
        import_file(actor=cast.shell, now=NOW, wanted=at_shell(kind, path, cast))
    assert caught.value.code == code
    assert state() == before


@pytest.mark.parametrize("kind", ["roster", "plan"])
@pytest.mark.parametrize("what", ["pdf", "bomb", "password", "blank"])
def test_in_the_browser_the_answer_stands_at_the_file(cast: Cast, tmp_path: Path, kind: str, what: str) -> None:
    path = FILES[what][0](tmp_path / "表.xlsx")
    before = state()
    answer = cast.client("office").post(
        reverse("imports:new", args=[kind]), {"file": upload(path), "unit": cast.union.pk, "year": "2020"}
    )
    assert answer.status_code == 422
    assert "系统里的数据没有变" in str(answer.context["form"].errors["file"])
    assert state() == before


@pytest.mark.parametrize("kind", ["roster", "plan"])
def test_macros_are_told_and_the_rows_go_in(cast: Cast, tmp_path: Path, kind: str) -> None:
    rows = {
        "roster": [["工号", "姓名", "单位"], ["2020777", "郑海", "图书馆"]],
        "plan": [["活动名称", "类别"], ["乒乓球赛", ""]],
    }
    path = sheet(tmp_path / "表.xlsm", *rows[kind])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    answer = import_file(actor=cast.shell, now=NOW, wanted=at_shell(kind, path, cast))
    assert [notice.code for notice in answer.made.warnings] == ["sheet.macros"]
    assert answer.made.counts["new"] == 1


GOOD = ["2020777", "郑海", "图书馆", "2018-08-27", "13800138000"]
ROWS: dict[str, tuple[list[list[Any]], list[str]]] = {
    "two people, one number": ([["2019047", "沈磊", "图书馆", "", ""], ["2019047", "汪倩", "图书馆", "", ""]], ["roster.number_twice"] * 2),
    "one person, two units": ([["2019047", "沈磊", "图书馆", "", ""], ["2019047", "沈磊", "保卫处", "", ""]], ["roster.two_units"] * 2),
    "an unknown unit": ([["2019047", "沈磊", "大数据学院", "", ""]], ["unit.unknown"]),
    "a month 13": ([["2019047", "沈磊", "图书馆", "2020-13-02", ""]], ["cell.no_such_day"]),
    "a short telephone": ([["2019047", "沈磊", "图书馆", "", "1380013800"]], ["cell.phone_length"]),
    "no name": ([["2019047", "", "图书馆", "", ""]], ["cell.required"]),
    "a number rounded off": ([[3.20200301234e17, "沈磊", "图书馆", "", ""]], ["cell.digits_lost"]),
    "a unit that takes no people": ([["2019047", "沈磊", "羽毛球俱乐部", "", ""]], ["unit.takes_no_people"]),
}  # fmt: skip


@pytest.mark.parametrize("what", ROWS)
def test_a_bad_row_stays_out_with_its_reason_and_the_sound_one_goes_in(cast: Cast, tmp_path: Path, what: str) -> None:
    rows, codes = ROWS[what]
    answer = import_file(
        actor=cast.shell, now=NOW, wanted=at_shell("roster", roster(tmp_path / "名册.xlsx", GOOD, *rows), cast)
    )
    refused = answer.made.verdicts["refused"]
    assert [problem.code for verdict in refused for problem in verdict.problems] == codes
    assert answer.made.counts["new"] == 1 and Person.objects.filter(staff_no="2020777").exists()
    assert not Person.objects.filter(staff_no="2019047").exists()
    assert not Unit.objects.filter(name="大数据学院").exists()


@pytest.mark.parametrize("what", ROWS)
def test_all_or_nothing_takes_nothing_where_one_row_is_bad(cast: Cast, tmp_path: Path, what: str) -> None:
    path = roster(tmp_path / "名册.xlsx", GOOD, *ROWS[what][0])
    before = state()
    with pytest.raises(Refused) as caught:
        import_file(actor=cast.shell, now=NOW, wanted=at_shell("roster", path, cast, all_or_nothing=True))
    assert caught.value.code == "import.some_refused"
    assert state() == before


def test_all_or_nothing_in_the_browser_keeps_the_run_to_be_mended(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    run = run_of(cast, roster(tmp_path / "名册.xlsx", GOOD, *ROWS["a month 13"][0]))
    answer = client.post(reverse("imports:application", args=[run.pk]), {"all_or_nothing": "1"}, follow=True)
    assert "一行也没进" in answer.content.decode()
    run.refresh_from_db()
    assert run.is_open and not Person.objects.filter(staff_no="2020777").exists()


def test_an_applied_run_is_not_taken_in_again(cast: Cast, tmp_path: Path) -> None:
    client = cast.client("office")
    run = run_of(cast, roster(tmp_path / "名册.xlsx", GOOD))
    for _time in range(2):
        answer = client.post(reverse("imports:application", args=[run.pk]), follow=True)
    assert "已经入库了，不会再进一遍" in answer.content.decode()
    assert Entry.objects.filter(act="imports.apply").count() == 1


def test_a_sheet_without_rows_says_so(cast: Cast, tmp_path: Path) -> None:
    before = state()
    with pytest.raises(Refused) as caught:
        import_file(actor=cast.shell, now=NOW, wanted=at_shell("roster", roster(tmp_path / "名册.xlsx"), cast))
    assert caught.value.code == "import.nothing"
    assert state() == before


def test_refused_rows_of_several_sheets_come_back_in_their_sheets(cast: Cast, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, number in (("图书馆", "2019047"), ("保卫处", "2019048")):
        page = book.create_sheet(name)
        page.append(["职工号", "姓名", "到校时间"] if name == "图书馆" else ["姓名", "到校时间", "工号"])
        page.append([number, "沈磊", "2020-13-02"] if name == "图书馆" else ["汪倩", "2020-14-02", number])
    del book["Sheet"]
    book.save(tmp_path / "汇总.xlsx")
    out = tmp_path / "没进.xlsx"
    import_file(actor=cast.shell, now=NOW, wanted=at_shell("roster", tmp_path / "汇总.xlsx", cast, refused_to=out))
    back = openpyxl.load_workbook(out)
    assert back.sheetnames == ["图书馆", "保卫处"]
    back["图书馆"]["D2"], back["保卫处"]["C2"] = "2020-03-02", "2020-04-02"
    back.save(out)
    answer = import_file(actor=cast.shell, now=NOW, wanted=at_shell("roster", out, cast))
    assert (answer.made.counts["new"], answer.refused) == (2, 0), answer.as_text()
    units = {
        person.staff_no: person.placements.get().unit
        for person in Person.objects.filter(staff_no__in=["2019047", "2019048"])
    }
    assert units == {"2019047": cast.units["lib"], "2019048": cast.units["security"]}


def test_one_number_on_the_same_row_of_two_sheets_is_refused_on_both(cast: Cast, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, name in (("甲", "郑海"), ("乙", "汪倩文")):
        page = book.create_sheet(title)
        page.append(["工号", "姓名", "单位"])
        page.append(["2020777", name, "图书馆"])
    del book["Sheet"]
    path = tmp_path / "两张.xlsx"
    book.save(path)
    run = run_of(cast, path)
    check = cast.client("office").get(reverse("imports:check", args=[run.pk])).context["check"]
    assert (check.counts["refused"], check.counts["new"]) == (2, 0)
