"""The drafted summary tells the seed's year in sentences whose figures are the records', on paper too."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from tongxin.core.papers import read_docx
from tongxin.demo.facts.wordings import WORDINGS
from tongxin.org.actor import shell_actor
from tongxin.report import paper
from tongxin.report.models import Summary
from tongxin.report.queries.check_document import check_document
from tongxin.report.queries.texts import checked, latest

pytestmark = pytest.mark.django_db
SENTENCES = (
    "全年计划开展各类活动20项，受疫情影响，实际有效开展15项",
    "教职工文化教育类活动7项",
    "节日集体活动类5项",
    "体育培训及竞赛类活动1项",
    "职工关怀慰问类活动2项",
    "后勤管理处和招生就业处合作承办的中秋节活动",
    "由通识教育与外国语学院分工会承办的教职工运动会",
    "工会和资产处合作承办的“三八妇女节”慰问",
    "保卫处和电子与电气工程学院合作承办的重阳节登高",
    "活动结合了线上和线下的形式",
    "2020年工会实际开展活动15项，完成年度计划的75%，未能按照计划完成全部活动",
    "各单位的团建活动大部分集中在下半年完成",
    "“分工会组织建设”“俱乐部建设”未能按照原计划完成",
    "“2021年年会”受疫情影响延期到年后举办",
    "本年度累计发放全体教职工福利礼包2次，共有60人领取",
    "扶贫农产品，完成年度采购任务的",
    "承接上级部署4项，已结案3项",
    "全年设定年度目标6个",
    "一、完成的主要工作",
    "二、存在的问题和困难",
)


@pytest.fixture(scope="module")
def written(demonstration):
    """The summary and its papers: (summary, DOCX, PDF)."""
    summary = Summary.objects.get(unit=demonstration, year=2020)
    version = latest(summary)
    return summary, paper.docx(summary, version), paper.pdf(summary, version)


@pytest.fixture(scope="module")
def words(written):
    """The words of the DOCX, as Word shows them."""
    return "\n".join(read_docx(BytesIO(written[1])).paragraphs)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_paper_says_what_the_seed_says(words, sentence):
    assert sentence in words


def test_the_years_own_wordings_are_in_it_word_for_word(words):
    preamble, closing = (next(fact.text for fact in WORDINGS if fact.key == key) for key in ("preamble", "closing"))
    assert preamble in words
    assert closing in words


def test_nothing_in_the_draft_needs_putting_right(written):
    assert checked(written[0]).bad == []


def test_every_figure_on_paper_agrees_with_the_records(written, tmp_path):
    file = tmp_path / "总结.docx"
    file.write_bytes(written[1])
    check = check_document(file, shell_actor())
    assert check.passed
    assert check.agreed == check.figures_read > 10


def test_the_pdf_opens_and_says_the_same(written):
    book = pypdf.PdfReader(BytesIO(written[2]))
    assert len(book.pages) >= 2
    words = "".join(page.extract_text() for page in book.pages).replace("\n", "").replace(" ", "")
    assert "安徽信息工程学院工会委员会" in words
    assert "2021年1月22日" in words
    assert "实际有效开展15项" in words


def test_it_is_signed_off_by_nobody_yet(written):
    assert (written[0].state, written[0].latest) == ("draft", 1)
