"""The PDF says the same in the same form."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tongxin.core.papers import Block, Chip, Column, Document, Photo, Table, Text, fonts, pdf, write_pdf
from tongxin.core.papers.pdf import pdf_bytes
from tongxin.core.papers.tests.pixel import PNG
from tongxin.core.papers.tests.sample import summary

RARE = "喆堃昇珺赟龑"


def pages(document: Document) -> list[Any]:
    return list(pypdf.PdfReader(io.BytesIO(pdf_bytes(document))).pages)


def lines(page: Any) -> list[str]:
    return [line for line in page.extract_text().splitlines() if line.strip()]


def words(document: Document) -> str:
    return "".join("".join(lines(page)) for page in pages(document))


def paragraphs(count: int, sign: str = "工") -> tuple[Block, ...]:
    return tuple(Block("p", (Text(sign * 26),)) for _ in range(count))


def test_the_summary_takes_five_pages_like_the_union_s_own():
    found = pages(summary())
    assert len(found) == 5
    assert "实际有效开展15项" in words(summary()).replace(" ", "")
    assert [line.strip() for page in found for line in lines(page) if "—" in line] == [f"— {n} —" for n in range(1, 6)]


def test_a_page_holds_22_lines_and_a_line_28_characters():
    first = lines(pages(Document("", (Block("p", (Text("工" * (26 + 28 * 30)),)),)))[0])
    assert [len(line) for line in first[:-1]] == [26] + [28] * 21


def test_pages_are_a4_and_page_numbers_change_sides():
    found = pages(Document("", paragraphs(30)))
    assert [round(float(side) / 72 * 25.4) for side in found[0].mediabox[2:]] == [210, 297]
    assert [_left_of_number(page) for page in found] == [pytest.approx(472, abs=8), pytest.approx(93, abs=8)]


def _left_of_number(page: Any) -> float:
    """Points from the left edge to the page number."""
    places = list[float]()

    def visit(text, cm, tm, _font, _size):
        if "—" in text:
            places.append(cm[4] + cm[0] * tm[4])

    page.extract_text(visitor_text=visit)
    return places[-1]


def test_fonts_are_embedded_and_come_from_the_given_folders():
    names = set()
    for page in pages(summary()):
        for font in page["/Resources"]["/Font"].values():
            [descendant] = font.get_object()["/DescendantFonts"]
            descriptor = descendant.get_object()["/FontDescriptor"]
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor
            names.add(font.get_object()["/BaseFont"].partition("+")[2])
    assert names
    assert all(name.startswith(("Fandol", "NotoSerifSC", "NotoSansSC")) for name in names)


def test_rare_characters_of_names_are_there():
    text = words(Document("题", (Block("p", (Text(RARE),)),)))
    assert RARE in text


def test_nothing_in_the_words_is_markup():
    nasty = '#panic("x") *a* _b_ $c$ @d <e> [f] \\ // g /* h */ = i - j `k` #{1+1} #sys.inputs "'
    document = Document(nasty, (Block("p", (Text(nasty), Chip("r", nasty, "1"))),), nasty, date(2021, 1, 2), {}, nasty)
    assert "#panic" in words(document) and "#{1+1}" in words(document).replace(" ", "")


@pytest.mark.parametrize("text", ["", "\x00\x0b", "\ud800", "😀", "\n\n", "a" * 3000, "“”‘’", "&<>"])
def test_any_text_gives_a_pdf(text):
    table = Table((Column(), Column()), (text,), (((Text(text),),),))
    blocks = tuple(Block(kind, (Text(text),)) for kind in ("h1", "h2", "h3", "p", "note"))
    assert pages(Document(text, (*blocks, Block("table", (Text(text),), table=table)), text, date(2021, 1, 2)))


def test_the_same_paper_gives_the_same_bytes():
    first = pdf_bytes(summary())
    pdf._compiler.cache_clear()
    assert pdf_bytes(summary()) == first


def test_title_author_and_day_come_from_the_paper():
    found = pypdf.PdfReader(io.BytesIO(pdf_bytes(summary()))).metadata
    assert found is not None and found.creation_date is not None
    assert (found.title, found.author) == (summary().title, summary().issuer)
    assert found.creation_date.date() == date(2021, 1, 22)


def test_long_tables_break_and_repeat_their_header():
    rows = tuple(((Text(str(number)),), (Text("奖品"),)) for number in range(80))
    table = Table((Column(1, "center"), Column(4)), ("序号", "项目"), rows)
    found = pages(Document("预算", (Block("table", table=table),)))
    assert len(found) > 1
    assert all("序号" in page.extract_text() for page in found)


def test_photos_are_inside():
    document = Document("题", (Block("photo", (Text("图1"),), photo=Photo(PNG, (1, 1), 40)),))
    assert len(pdf_bytes(document)) > 1000 and "图1" in words(document)


@pytest.mark.parametrize("count", range(10, 23))
def test_a_signature_is_never_alone_on_a_page(count):
    document = Document("题目", (*paragraphs(count), *paragraphs(1, "末")), "校工会", date(2021, 1, 2))
    last = lines(pages(document)[-1])
    assert "校工会" in "".join(last) and "末" in "".join(last)


def test_a_last_paragraph_longer_than_a_page_still_breaks():
    document = Document("题目", (Block("p", (Text("末" * 2000),)),), "校工会", date(2021, 1, 2))
    assert words(document).count("末") == 2000


def test_without_fandol_the_package_s_own_fonts_serve(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "_FANDOL_FOLDERS", (str(tmp_path),))
    fonts.font_folders.cache_clear()
    pdf._compiler.cache_clear()
    try:
        assert len(fonts.font_folders()) == 1
        assert len(pages(summary())) == 5
    finally:
        monkeypatch.undo()
        fonts.font_folders.cache_clear()
        pdf._compiler.cache_clear()


def test_it_writes_to_a_path_or_an_open_file(tmp_path: Path):
    buffer = io.BytesIO()
    document = replace(summary(), blocks=())
    write_pdf(document, buffer)
    write_pdf(document, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == buffer.getvalue()
