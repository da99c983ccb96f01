"""Every kind in every format opens where it will be opened, and says what is known."""

from __future__ import annotations

import io
import zipfile

import docx
import pypdf
import pytest
import python_calamine
from PIL import Image

from tests.cast import NOW
from tongxin.activities.tests.making import row
from tongxin.paperwork import actions
from tongxin.paperwork.exports import printed
from tongxin.paperwork.kinds import signin
from tongxin.paperwork.kinds.kind import kinds
from tongxin.paperwork.own.sample import SAMPLE
from tongxin.paperwork.queries.facts import facts_of
from tongxin.paperwork.tests.conftest import LINES

pytestmark = pytest.mark.django_db
ALL = [(kind.key, form) for kind in kinds for form in kind.formats]


def facts(cast, activity):
    activity.refresh_from_db()
    return facts_of(cast.actor("office"), activity, NOW)


def words(kind: str, form: str, known) -> str:
    """All words of a printed paper."""
    data = io.BytesIO(printed(kinds.get(kind), form, known).data)
    if form == "docx":
        paper = docx.Document(data)
        cells = [cell.text for table in paper.tables for line in table.rows for cell in line.cells]
        return "\n".join([*(each.text for each in paper.paragraphs), *cells])
    if form == "pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(data).pages).replace("\n", "")
    book = python_calamine.CalamineWorkbook.from_filelike(data)
    return "\n".join(
        str(cell) for name in book.sheet_names for line in book.get_sheet_by_name(name).to_python() for cell in line
    )


def test_the_register_holds_the_papers_of_an_activity_with_their_formats():
    assert {kind.key: "".join(form[0] for form in kind.formats) for kind in kinds} == {
        "plan": "dp", "notice": "dp", "signups": "dpx", "signin": "dp", "budget": "dpx", "settlement": "dpx", "prizes": "dpx",
        "bulletin": "dp",
    }  # fmt: skip


@pytest.mark.parametrize(("kind", "form"), ALL)
def test_every_paper_opens_and_has_words(cast, held, kind, form):
    actions.copy_budget(actor=cast.actor("office"), now=NOW, activity=held)
    known = {
        "signups": "吴0", "signin": "吴0", "budget": "贰佰陆拾元零伍分", "settlement": "贰佰陆拾元零伍分", "prizes": "保温杯",
    }.get(kind, "赭山公园")  # fmt: skip
    assert known in words(kind, form, facts(cast, held))


@pytest.mark.parametrize(("kind", "form"), ALL)
def test_an_activity_of_which_nothing_is_known_prints_too(cast, kind, form):
    bare = row(cast.union, "A" * 100)
    if kind != "signin":
        assert printed(kinds.get(kind), form, facts(cast, bare)).data


def test_facts_cost_the_same_for_many_people(cast, held, django_assert_max_num_queries):
    office = cast.actor("office")
    with django_assert_max_num_queries(15):
        known = facts_of(office, held, NOW)
    assert (len(known.seats), known.seats[0].answers, known.seats[0].companions) == (30, ("素",), 2)


def test_sums_are_exact_and_stand_in_capitals(cast, held):
    known = facts(cast, held)
    assert [str(each.amount) for each in known.budget] == ["180.00", "80.05"]
    for form in ("docx", "pdf"):
        found = words("budget", form, known)
        assert "260.05" in found
        assert "人民币贰佰陆拾元零伍分" in found


def test_the_settlement_says_how_it_stands_to_the_budget(cast, held):
    office = cast.actor("office")
    actions.set_lines(actor=office, now=NOW, activity=held, side="settlement", lines=LINES[:1])
    assert "结余80.05元" in words("settlement", "docx", facts(cast, held))


def test_the_list_of_people_holds_phones_and_answers_and_nothing_is_run(cast, held):
    found = words("signups", "xlsx", facts(cast, held))
    assert "13800000000" in found
    assert "=喆堃" in found
    assert "素" in found


def test_the_bulletin_leads_with_numbers_and_holds_the_photo(cast, held):
    data = printed(kinds.get("bulletin"), "docx", facts(cast, held)).data
    paper = docx.Document(io.BytesIO(data))
    text = "\n".join(each.text for each in paper.paragraphs)
    assert "2020年10月16日，由校工会承办的“重阳节登高 <A&B>”在赭山公园举行，28人参加，共30人次。" in text
    assert "都到了山顶。" in text
    assert "满意" not in text
    assert len(paper.inline_shapes) == 1


def test_a_sign_in_sheet_has_25_rows_a_page_and_a_code_on_each(cast, held):
    known = facts(cast, held)
    slot = known.slots[0].pk
    pages = signin.pages(known)
    assert [page.code for page in pages] == [f"TX-SHEET:{slot}:1", f"TX-SHEET:{slot}:2"]
    assert [len(page.rows) for page in pages] == [25, 25]
    assert pages[0].rows[0] == (1, "吴0", "校工会")
    assert pages[1].rows[-1] == (50, "", "")
    pdf = pypdf.PdfReader(io.BytesIO(printed(kinds.get("signin"), "pdf", known).data))
    assert len(pdf.pages) == 2
    assert f"TX-SHEET:{slot}:2" in pdf.pages[1].extract_text()
    paper = docx.Document(io.BytesIO(printed(kinds.get("signin"), "docx", known).data))
    assert len(paper.inline_shapes) == 2
    assert Image.open(io.BytesIO(pages[0].qr_png())).size[0] > 100


@pytest.mark.parametrize(("people", "pages"), [(0, 1), (22, 1), (23, 2), (25, 2), (47, 2), (48, 3)])
def test_there_is_always_room_for_three_who_come_without_a_place(people, pages):
    assert signin.page_count(people) == pages


def test_the_bundle_holds_everything_there_is_once(cast, held):
    answer = cast.client("office").get(f"/activities/{held.pk}/papers/bundle.zip")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert len(names) == len(set(names)) == 2 + 2 + 3 + 2 + 3 + 3 + 2 + 1
    assert "01 重阳节登高  A&B活动方案.docx" in names
    assert not [name for name in names if "决算" in name]
    assert names[-1].startswith("照片/01 ")


def test_the_sample_has_all_that_templates_are_tried_on():
    assert SAMPLE.budget and SAMPLE.settlement and SAMPLE.prizes and SAMPLE.seats and SAMPLE.voices
