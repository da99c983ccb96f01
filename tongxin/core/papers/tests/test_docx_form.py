"""GB/T 9704-2012, read off the XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest

from tongxin.core.papers import Block, Chip, Column, Document, Photo, Table, Text
from tongxin.core.papers.docx import docx_bytes
from tongxin.core.papers.docx.figures import LONGEST_TAG
from tongxin.core.papers.docx.xml import NAMESPACES as NS
from tongxin.core.papers.form import LINES, signature
from tongxin.core.papers.tests.pixel import PNG
from tongxin.core.papers.tests.sample import summary
from tongxin.core.papers.tests.xml import W, part, values

# The sequences of the schema (ECMA-376 part 1, annex A), as far as these elements are used here.
ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl kinsoku overflowPunct autoSpaceDE autoSpaceDN snapToGrid spacing ind "
    "jc outlineLvl",
    "rPr": "rFonts b bCs snapToGrid spacing sz szCs lang",
    "sectPr": "headerReference footerReference pgSz pgMar cols docGrid",
    "sdtPr": "alias tag id",
    "tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW vAlign",
    "font": "altName charset family pitch",
    "style": "name basedOn qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang",
}


def test_the_page_is_a4_with_the_margins_and_the_grid_of_the_standard():
    section = part(summary(), "word/document.xml").find(".//w:sectPr", NS)
    assert values(section, "w:pgSz") == [{"w": "11906", "h": "16838"}]
    [margins] = values(section, "w:pgMar")
    millimetres = {side: int(twips) / 1440 * 25.4 for side, twips in margins.items()}
    for side, expected in {"top": 37, "bottom": 35, "left": 28, "right": 26}.items():
        assert millimetres[side] == pytest.approx(expected, abs=0.02)
    assert values(section, "w:docGrid") == [{"type": "linesAndChars", "linePitch": "579", "charSpace": "-848"}]


def test_the_grid_holds_22_lines_and_28_characters():
    section = part(summary(), "word/document.xml").find(".//w:sectPr", NS)
    [margins], [grid] = values(section, "w:pgMar"), values(section, "w:docGrid")
    height = 16838 - int(margins["top"]) - int(margins["bottom"])
    width = 11906 - int(margins["left"]) - int(margins["right"])
    assert height // int(grid["linePitch"]) == LINES
    assert width / 20 // (16 + int(grid["charSpace"]) / 4096) == 28
    [closer] = values(part(summary(), "word/styles.xml"), "w:style[@w:styleId='Normal']/w:rPr/w:spacing")
    assert width / 20 // (16 + int(closer["val"]) / 20) == 28


@pytest.mark.parametrize(
    ("style", "font", "half_points", "bold"),
    [
        ("Normal", "仿宋_GB2312", "32", None),
        ("BodyText", "仿宋_GB2312", "32", None),
        ("Title", "方正小标宋简体", "44", "0"),
        ("Heading1", "黑体", "32", "0"),
        ("Heading2", "楷体_GB2312", "32", "1"),
        ("Heading3", "仿宋_GB2312", "32", "0"),
        ("Footer", "宋体", "28", None),
        ("Cell", "仿宋_GB2312", "24", None),
    ],
)
def test_styles_name_the_fonts_for_every_script(style, font, half_points, bold):
    run = part(summary(), "word/styles.xml").find(f"w:style[@w:styleId='{style}']/w:rPr", NS)
    [fonts] = values(run, "w:rFonts")
    assert {fonts[script] for script in ("ascii", "eastAsia", "hAnsi", "cs")} == {font}
    assert values(run, "w:sz") == [{"val": half_points}]
    assert [found["val"] for found in values(run, "w:b")] == ([] if bold is None else [bold])


def test_every_run_carries_its_font():
    for run in part(summary(), "word/document.xml").iter(f"{W}r"):
        assert values(run, "w:rPr/w:rFonts")[0]["eastAsia"]


def test_lines_are_fixed_and_first_lines_indented_by_two_characters():
    styles = part(summary(), "word/styles.xml")
    [line] = values(styles, "w:style[@w:styleId='Normal']/w:pPr/w:spacing")
    assert (line["line"], line["lineRule"], line["before"], line["after"]) == ("579", "exact", "0", "0")
    for style in ("BodyText", "Heading1", "Heading2", "Heading3"):
        [indent] = values(styles, f"w:style[@w:styleId='{style}']/w:pPr/w:ind")
        assert indent["firstLineChars"] == "200"
    assert values(styles, "w:style[@w:styleId='Normal']/w:pPr/w:widowControl") == [{"val": "0"}]


def test_the_title_is_centred_and_one_blank_line_follows():
    paragraphs = part(summary(), "word/document.xml").findall("w:body/w:p", NS)
    assert "".join(paragraphs[0].itertext()) == "工会委员会2020年工作总结"
    assert not list(paragraphs[1].iter(f"{W}r"))
    styles = part(summary(), "word/styles.xml")
    assert values(styles, "w:style[@w:styleId='Title']/w:pPr/w:jc") == [{"val": "center"}]


def test_a_bracketed_second_level_is_not_bold():
    document = Document("题", (Block("h2", (Text("组织"),), "（一）"), Block("h2", (Text("组织"),), "1.")))
    weights = values(part(document, "word/document.xml"), ".//w:p/w:r/w:rPr/w:b")
    assert [weight["val"] for weight in weights] == ["0", "0", "1", "1"]


@pytest.mark.parametrize(
    ("issuer", "day", "issuer_indent", "day_indent"),
    [
        ("安徽信息工程学院工会委员会", date(2021, 1, 22), 13, 15),  # ends 2 from the right; date 2 further in
        ("校工会", date(2021, 1, 22), 17.5, 19.5),  # the date is longer and takes the 2 from the right itself
        ("工" * 40, date(2021, 1, 22), 0, 2),
    ],
)
def test_the_signature_stands_where_the_standard_puts_it_without_a_seal(issuer, day, issuer_indent, day_indent):
    sign = signature(issuer, day)
    assert (sign.issuer_indent, sign.day_indent) == (issuer_indent, day_indent)
    body = part(Document("题", (), issuer, day), "word/document.xml").findall("w:body/w:p", NS)
    indents = [values(line, "w:pPr/w:ind")[0]["leftChars"] for line in body[-2:]]
    assert indents == [str(round(issuer_indent * 100)), str(round(day_indent * 100))]
    assert not list(body[-3].iter(f"{W}r"))


def test_a_signature_is_never_alone_on_a_page():
    body = part(summary(), "word/document.xml").findall("w:body/w:p", NS)
    assert [bool(values(line, "w:pPr/w:keepNext")) for line in body[-4:]] == [True, True, True, False]


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages():
    assert values(part(summary(), "word/settings.xml"), "w:evenAndOddHeaders")
    references = values(part(summary(), "word/document.xml"), ".//w:footerReference")
    assert [reference["type"] for reference in references] == ["default", "even"]
    for name, side in (("footer1", "right"), ("footer2", "left")):
        footer = part(summary(), f"word/{name}.xml")
        assert "".join(footer.itertext()) == "— 1 —"
        assert values(footer, ".//w:jc") == [{"val": side}]
        assert values(footer, ".//w:ind") == [{f"{side}Chars": "100", side: "280"}]
        assert values(footer, ".//w:fldSimple") == [{"instr": " PAGE "}]
    # the middle of the line, where the dash is, 28 mm above the edge: 7 mm below the type area
    [margins] = values(part(summary(), "word/document.xml"), ".//w:pgMar")
    assert (int(margins["footer"]) + 140) / 1440 * 25.4 == pytest.approx(28, abs=0.05)


def test_fonts_are_named_with_fallbacks_and_none_is_embedded():
    table = part(summary(), "word/fontTable.xml")
    others = {
        font.get(f"{W}name"): values(font, "w:altName")[0]["val"].split(",") for font in table.iterfind("w:font", NS)
    }
    assert set(others) == {"仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"}
    assert others["仿宋_GB2312"][:2] == ["仿宋", "FangSong"]
    assert "小标宋" in others["方正小标宋简体"] and "Noto Serif CJK SC" in others["方正小标宋简体"]
    assert not list(table.iter(f"{W}embedRegular"))


def test_a_figure_is_an_unlocked_inline_control_with_its_reference_and_value():
    chip = Chip("activities.held.by_category:wen", "7项", "7", "教职工文化教育类")
    document = Document("题", (Block("p", (Text("开展"), chip, Text("。"))),))
    control = part(document, "word/document.xml").find("w:body/w:p/w:sdt", NS)
    assert values(control, "w:sdtPr/w:tag") == [{"val": "tx:activities.held.by_category:wen|7"}]
    assert values(control, "w:sdtPr/w:alias") == [{"val": "教职工文化教育类"}]
    assert not values(control, "w:sdtPr/w:lock")
    assert "".join(control.find("w:sdtContent", NS).itertext()) == "7项"


def test_no_tag_is_longer_than_word_allows():
    chips = (Chip("a" * 300, "x", "1", "长" * 300), Chip("a|b", "y", "2"), Chip("r", "z", "9" * 99))
    document = Document("题", (Block("p", chips),))
    body = part(document, "word/document.xml")
    for found in values(body, ".//w:tag") + values(body, ".//w:alias"):
        assert len(found["val"]) <= LONGEST_TAG
    assert [found["val"] for found in values(body, ".//w:tag")] == ["tx#f1", "tx#f2", "tx#f3"]


def test_children_stand_in_the_order_of_the_schema():
    document = replace(summary(), mark="送审稿", blocks=(*summary().blocks, *_others()))
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
    for name in names:
        for element in part(document, name).iter():
            order = ORDERS.get(element.tag.rpartition("}")[2])
            if order and element.tag.startswith(W):
                places = [order.split().index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(places), (name, element.tag)


def test_tables_repeat_their_header_and_fill_the_type_area():
    body = part(Document("题", _others()), "word/document.xml")
    table = body.find(".//w:tbl", NS)
    widths = [int(column["w"]) for column in values(table, "w:tblGrid/w:gridCol")]
    assert sum(widths) == 8844 and widths[1] == pytest.approx(widths[0] * 3, abs=2)
    assert len(values(table, "w:tr/w:trPr/w:tblHeader")) == 1
    assert len(values(table, "w:tr/w:trPr/w:cantSplit")) == 3
    assert all(len(row.findall("w:tc", NS)) == 2 for row in table.iterfind("w:tr", NS))


def test_core_properties_come_from_the_paper_and_not_from_the_clock():
    core = docx.Document(io.BytesIO(docx_bytes(summary()))).core_properties
    assert (core.title, core.author) == ("工会委员会2020年工作总结", "安徽信息工程学院工会委员会")
    assert core.created is not None and core.created.date() == date(2021, 1, 22)


def test_another_library_opens_it_and_finds_the_words():
    opened = docx.Document(io.BytesIO(docx_bytes(replace(summary(), blocks=(*summary().blocks, *_others())))))
    assert "一、完成的主要工作" in [paragraph.text for paragraph in opened.paragraphs]
    assert opened.tables[0].cell(0, 1).text == "项目"
    assert len(opened.inline_shapes) == 1


def test_the_same_paper_gives_the_same_bytes():
    document = replace(summary(), properties={"b": "2", "a": "1"})
    again = replace(summary(), properties={"a": "1", "b": "2"})
    assert docx_bytes(document) == docx_bytes(again)
    assert docx_bytes(document) != docx_bytes(summary())


def _others() -> tuple[Block, ...]:
    rows = (((Text("1"),), (Chip("budget:1", "10", "1000"),)), ((Text("2"),),))
    table = Table((Column(1, "center"), Column(3, "right")), ("序号", "项目"), rows)
    return (
        Block("table", (Text("表1"),), table=table),
        Block("note", (Text("注：略。", bold=True),)),
        Block("photo", (Text("图1"),), photo=Photo(PNG, (1, 1), 40)),
    )
