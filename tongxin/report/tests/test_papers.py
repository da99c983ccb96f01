"""A text out as DOCX and PDF, and the DOCX read back against the records."""

import os
from io import BytesIO

import pytest

from tongxin.activities.actions.reopen import reopen as reopen_activity
from tongxin.core.papers import Block, Document, Text, read_docx, write_docx
from tongxin.core.refusals import Refused
from tongxin.report import paper
from tongxin.report.queries.check_document import check_document
from tongxin.report.queries.texts import latest
from tongxin.report.rules.body import load
from tongxin.report.tests.conftest import JANUARY


@pytest.fixture
def office(year):
    return year.cast.actor("office")


def docx(summary):
    return BytesIO(paper.docx(summary, latest(summary)))


def test_every_figure_of_the_text_stands_in_the_docx(summary):
    read = read_docx(docx(summary))
    written = [(chip.ref, chip.text) for chip in load(latest(summary).body).chips]
    assert [(chip.ref, chip.text) for chip in read.chips] == written
    assert {name: read.properties[name] for name in ("tongxin.unit", "tongxin.year", "tongxin.version")} == {
        "tongxin.unit": "demo",
        "tongxin.year": "2020",
        "tongxin.version": "1",
    }
    assert any("全年计划开展各类活动8项，受疫情影响，实际有效开展6项。" in line for line in read.paragraphs)


def test_the_docx_passes_against_the_records_it_was_written_from(summary, office):
    check = check_document(docx(summary), office)
    assert (check.passed, check.figures_read, check.remarks) == (True, check.agreed, [])


def test_it_fails_after_one_activity_changes_its_state(summary, office, year):
    file = docx(summary)
    reopen_activity(actor=office, now=JANUARY, activity=year.activities["书画摄影展"])
    check = check_document(file, office)
    assert not check.passed
    assert ("figure.changed", "6项", "5项") in {(r.code, r.quote, r.values.get("now")) for r in check.bad}


def test_a_paper_written_elsewhere_is_checked_by_its_words(year, office):
    out = BytesIO()
    words = "我们基本完成了年度工作计划，活动获得教职工一致好评，开展活动6项，其中文教2项，节日2项，体育3项。"
    write_docx(Document("总结", (Block("p", (Text(words),)),)), out)
    out.seek(0)
    with pytest.raises(Refused) as refused:
        check_document(BytesIO(out.getvalue()), office)
    assert refused.value.code == "paper.unknown_unit"
    check = check_document(BytesIO(out.getvalue()), office, unit=year.cast.union, year=2020)
    assert {"claim.completion", "claim.praise", "sum.wrong", "number.typed"} <= {remark.code for remark in check.bad}


def test_a_stranger_checks_nothing(summary, year):
    with pytest.raises(Refused) as refused:
        check_document(docx(summary), year.cast.actor("outsider"))
    assert refused.value.code == "access.no_right"


def test_the_pdf_is_a_pdf(summary):
    assert paper.pdf(summary, latest(summary)).startswith(b"%PDF")


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "总结.docx"
    target.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        paper.save(b"after", target)
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["总结.docx"]
    monkeypatch.undo()
    paper.save(b"after", target)
    assert target.read_bytes() == b"after"
