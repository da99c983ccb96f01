"""Figures and papers from the shell, on the demonstration year."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.support.demonstration import AFTERWARDS as NOW
from tongxin.activities import actions
from tongxin.activities.models import Activity
from tongxin.org.actor import shell_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(demonstration, tongxin, tmp_path):
    """A fresh report."""
    target = tmp_path / "总结.docx"
    assert tongxin("report", 2020, "--out", target)[0] == 0
    return target


def test_figures_are_lines_of_key_label_value_and_records(demonstration, tongxin):
    code, out, err = tongxin("figures", 2020)
    assert (code, err) == (0, "")
    lines = {line.split("\t")[0]: line.split("\t")[1:] for line in out.splitlines()}
    assert lines["activities.held"] == ["开展活动", "15 项", "15"]
    assert lines["activities.completion"][1] == "75%"


def test_figures_for_machines_are_exact(demonstration, tongxin):
    code, out, _err = tongxin("figures", 2020, "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["unit"] == {"code": "aiit", "name": "安徽信息工程学院工会委员会"}
    assert answer["period"] == {"from": "2020-01-01", "to": "2020-12-31", "year": 2020}
    figures = {row["key"]: row for row in answer["figures"]}
    assert figures["activities.held"] == {
        "key": "activities.held", "label": "开展活动", "unit": "项", "value": 15, "records": 15,
    }  # fmt: skip
    assert [part["value"] for part in figures["activities.held.by_category"]["value"] if part["value"]] == [7, 5, 1, 2]
    assert all({"key", "label", "unit", "value", "records"} <= set(row) for row in answer["figures"])
    assert (figures["activities.completion"]["numerator"], figures["activities.completion"]["denominator"]) == (3, 4)


def test_figures_of_a_branch_are_its_own(demonstration, tongxin):
    _code, out, _err = tongxin("figures", 2020, "--unit", "tongshi", "--json")
    assert json.loads(out)["unit"]["code"] == "tongshi"


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_report_is_written_whole(demonstration, tongxin, tmp_path, ending):
    target = tmp_path / f"总结.{ending}"
    code, out, err = tongxin("report", 2020, "--out", target)
    assert (code, err) == (0, "")
    assert str(target) in out
    assert target.read_bytes().startswith(b"PK" if ending == "docx" else b"%PDF")
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere/x.docx", "report.no_folder"), ("x.odt", "report.format"), ("x", "report.format")]
)
def test_a_report_is_not_written_where_it_cannot_be(demonstration, tongxin, tmp_path, name, code):
    status, out, err = tongxin("report", 2020, "--out", tmp_path / name)
    assert (status, out) == (1, "")
    assert f"[{code}]" in err
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_fresh_report_agrees_with_the_records(paper, tongxin):
    code, out, err = tongxin("check-report", paper)
    assert (code, err) == (0, "")
    assert "与记录一致" in out


def test_a_report_that_the_records_have_left_behind_is_named_line_by_line(paper, tongxin):
    activity = Activity.objects.get(title="重阳节登高", year=2020)
    actions.reopen(actor=shell_actor(), now=NOW, activity=activity)
    code, out, err = tongxin("check-report", paper)
    assert (code, err) == (1, "")
    assert len(out.splitlines()) > 1
    assert "14" in out


def test_correcting_a_headcount_shows_in_the_report(paper, tongxin):
    activity = Activity.objects.get(title="重阳节登高", year=2020)
    actions.reopen(actor=shell_actor(), now=NOW, activity=activity)
    actions.finish(
        actor=shell_actor(), now=NOW, activity=activity, held_on=date(2020, 10, 25), persons=1116, person_times=1116
    )
    assert tongxin("check-report", paper)[0] == 1


@pytest.mark.parametrize("what", ["no docx", "an empty file", "a spreadsheet"])
def test_what_is_no_report_is_one_line(demonstration, tongxin, tmp_path, what):
    import io
    import zipfile

    file = tmp_path / "x.docx"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    file.write_bytes({"no docx": b"hello", "an empty file": b"", "a spreadsheet": packed.getvalue()}[what])
    code, out, err = tongxin("check-report", file)
    assert (code, out) == (1, "")
    assert "[paper.not_docx]" in err
    assert len(err.splitlines()) == 1


def test_a_file_that_is_not_there_is_one_line(demonstration, tongxin, tmp_path):
    assert "[report.no_file]" in tongxin("check-report", tmp_path / "x.docx")[2]
    assert "[import.no_file]" in tongxin("import", "roster", tmp_path / "x.xlsx")[2]


def test_nothing_is_written_beside_the_report(paper):
    assert [file.name for file in paper.parent.iterdir()] == ["总结.docx"]
