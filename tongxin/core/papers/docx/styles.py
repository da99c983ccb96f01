"""styles.xml, fontTable.xml and settings.xml: the form that every paper shares."""

from __future__ import annotations

import math

from tongxin.core.papers import fonts, form
from tongxin.core.papers.docx.xml import Element, el, part, twips
from tongxin.core.papers.fonts import Face

FIRST_LINE = twips(2 * form.PITCH_PT)


# 28 characters of 16 pt do not fit into 156 mm, so each stands a little closer: 0.3 pt, which is the 0.21 pt that it takes
# and room for LibreOffice, whose grid loses 1.4 pt of a line. The grid of the section says the same, but only Word and
# WPS read it so: LibreOffice gives a character that is wider than its cell two cells. Therefore the text itself does not
# snap to the grid, and lines and characters come out alike everywhere.
TIGHT = math.floor((form.PITCH_PT - form.BODY_PT) * 20) - 1


def run_properties(face: Face, size: float, *, bold: bool | None = None, closer: int | None = None) -> Element:
    """Fonts for all four kinds of script, weight, space between characters (twips) and size; digits and Latin letters
    take the Chinese face too."""
    return el(
        "w:rPr",
        el("w:rFonts", ascii=face.name, eastAsia=face.name, hAnsi=face.name, cs=face.name, hint="eastAsia"),
        None if bold is None else el("w:b", val=int(bold)),
        None if bold is None else el("w:bCs", val=int(bold)),
        None if closer is None else el("w:snapToGrid", val=0),
        None if closer is None else el("w:spacing", val=closer),
        el("w:sz", val=round(size * 2)),
        el("w:szCs", val=round(size * 2)),
    )


def spacing(points: float) -> Element:
    """A fixed line height and nothing before or after."""
    return el("w:spacing", before=0, after=0, line=twips(points), lineRule="exact")


def _airy() -> Element:
    """Lines as high as what stands in them, with a little air: cells and photos."""
    return el("w:spacing", before=40, after=40, line=240, lineRule="auto")


def first_line() -> Element:
    """Two characters; Word takes the character count, others the twips."""
    return el("w:ind", firstLineChars=200, firstLine=FIRST_LINE)


def styles_part() -> bytes:
    """Normal carries font and line; the named styles show up in Word's list, so that an editor keeps to them."""
    return part(el("w:styles", _defaults(), *_paragraph_styles(), _table_style()))


def _defaults() -> Element:
    properties = run_properties(fonts.BODY, form.BODY_PT)
    properties.append(el("w:lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
    return el("w:docDefaults", el("w:rPrDefault", properties), el("w:pPrDefault"))


def _paragraph_styles() -> list[Element]:
    body, title, table = form.BODY_PT, form.TITLE_PT, form.TABLE_PT
    normal = _style("Normal", "Normal", run_properties(fonts.BODY, body, closer=TIGHT), *_normal_paragraph(), base="")
    normal.set(f"{{{normal.nsmap['w']}}}default", "1")
    return [
        normal,
        _style("Title", "Title", run_properties(fonts.TITLE, title, bold=False, closer=0),
               el("w:keepNext"), spacing(form.TITLE_LINE_PT), el("w:jc", val="center")),
        _style("Heading1", "heading 1", run_properties(fonts.HEI, body, bold=False),
               el("w:keepNext"), first_line(), el("w:outlineLvl", val=0)),
        _style("Heading2", "heading 2", run_properties(fonts.KAI, body, bold=True),
               el("w:keepNext"), first_line(), el("w:outlineLvl", val=1)),
        _style("Heading3", "heading 3", run_properties(fonts.BODY, body, bold=False),
               el("w:keepNext"), first_line(), el("w:outlineLvl", val=2)),
        _style("BodyText", "Body Text", run_properties(fonts.BODY, body), first_line()),
        _style("Signature", "Signature", run_properties(fonts.BODY, body), el("w:jc", val="left")),
        _style("Note", "Note", run_properties(fonts.BODY, table, closer=0), spacing(form.TABLE_LINE_PT)),
        _style("Caption", "caption", run_properties(fonts.BODY, table, closer=0),
               _airy(), el("w:jc", val="center")),
        _style("Cell", "Cell", run_properties(fonts.BODY, table, closer=0),
               _airy(), el("w:jc", val="left")),
        _style("Header", "header", run_properties(fonts.HEI, table, closer=0), el("w:jc", val="right")),
        _style("Footer", "footer", run_properties(fonts.SONG, form.PAGE_NUMBER_PT, closer=0),
               spacing(form.PAGE_NUMBER_PT)),
    ]  # fmt: skip


def _normal_paragraph() -> list[Element]:
    """No widow control, or a page would not fill its 22 lines; no space between 汉字 and digits, or a line would not
    hold its 28 characters."""
    return [
        el("w:widowControl", val=0),
        el("w:kinsoku"),
        el("w:overflowPunct"),
        el("w:autoSpaceDE", val=0),
        el("w:autoSpaceDN", val=0),
        el("w:snapToGrid", val=0),
        spacing(form.LINE_PT),
        el("w:jc", val="both"),
    ]


def _style(identity: str, name: str, run: Element, *paragraph: Element, base: str = "Normal") -> Element:
    return el(
        "w:style",
        el("w:name", val=name),
        el("w:basedOn", val=base) if base else None,
        el("w:qFormat"),
        el("w:pPr", *paragraph),
        run,
        type="paragraph",
        styleId=identity,
    )


def _table_style() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = el("w:tblBorders", *(el(f"w:{side}", val="single", sz=4, space=0, color="auto") for side in sides))
    margins = el("w:tblCellMar", el("w:left", w=80, type="dxa"), el("w:right", w=80, type="dxa"))
    properties = el("w:tblPr", borders, margins)
    return el("w:style", el("w:name", val="Table Grid"), properties, type="table", styleId="TableGrid")


def font_table_part() -> bytes:
    """What Word may put in the place of a face that a machine lacks; nothing is embedded."""
    return part(el("w:fonts", *(_font(face) for face in fonts.FACES)))


def _font(face: Face) -> Element:
    return el(
        "w:font",
        el("w:altName", val=",".join(face.others)),
        el("w:charset", val="86"),
        el("w:family", val="roman" if face.roman else "modern"),
        el("w:pitch", val="fixed" if face.fixed else "auto"),
        name=face.name,
    )


def settings_part() -> bytes:
    """Odd and even pages differ; the switches for Chinese typesetting as Word sets them for a Chinese document."""
    switches = (
        "spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
        "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout",
    )  # fmt: skip
    mode = el("w:compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return part(
        el(
            "w:settings",
            el("w:zoom", percent=100),
            el("w:defaultTabStop", val=420),
            el("w:evenAndOddHeaders"),
            el("w:characterSpacingControl", val="compressPunctuation"),
            el("w:compat", *(el(f"w:{switch}") for switch in switches), mode),
            el("w:themeFontLang", val="en-US", eastAsia="zh-CN"),
        )
    )
