"""What was written is read back, whatever an office program did in between."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.core.papers import Block, Chip, Column, Document, Table, Text, read_docx
from tongxin.core.papers.document import clean, one_line
from tongxin.core.papers.docx import docx_bytes
from tongxin.core.papers.tests.sample import summary
from tongxin.core.papers.tests.xml import rewritten
from tongxin.core.refusals import Refused

DOCUMENT = "word/document.xml"
WORDS = st.text(st.characters() | st.sampled_from("<>&\"'“”😀喆\x00\x0b\ufffe\ud800\r\n\t|#"), max_size=40)


def found(data: bytes) -> list[tuple[str, str, str]]:
    return [(chip.ref, chip.value, chip.text) for chip in read_docx(data).chips]


def changed(old: str, new: str, data: bytes | None = None) -> bytes:
    """The summary with one piece of its XML replaced, which must be there."""

    def change(part: bytes) -> bytes:
        assert old.encode() in part
        return part.replace(old.encode(), new.encode())

    return rewritten(data or docx_bytes(summary()), DOCUMENT, change)


def one(*runs: Text | Chip) -> bytes:
    return docx_bytes(Document("", (Block("p", runs),)))


def test_the_summary_comes_back_with_its_figures_and_properties():
    back = read_docx(docx_bytes(summary()))
    assert back.properties == {"tongxin.year": "2020", "tongxin.unit": "1", "tongxin.version": "4"}
    assert len(back.chips) == 9
    chip = back.chips[4]
    assert (chip.ref, chip.value, chip.text) == ("activities.held.by_category:wen", "7", "7项")
    assert chip.sentence.startswith("其中，教职工文化教育类活动7项") and chip.sentence.endswith("慰问类活动2项。")
    assert chip.text in back.paragraphs[chip.paragraph_index]


@given(before=WORDS, after=WORDS, ref=WORDS, words=WORDS, value=WORDS)
def test_any_words_come_back_as_they_were_less_what_xml_cannot_hold(before, after, ref, words, value):
    back = read_docx(one(Text(before), Chip(ref, words, value), Text(after)))
    assert back.paragraphs[-1] == clean(before) + one_line(words) + clean(after)
    [chip] = back.chips if one_line(words) else [None]
    if chip:
        assert (chip.ref, chip.value, chip.text) == (one_line(ref), one_line(value), one_line(words))


@given(st.dictionaries(WORDS.map(one_line).filter(bool), WORDS.map(one_line), max_size=4))
def test_any_properties_come_back(properties):
    assert read_docx(docx_bytes(Document("题", (), properties=properties))).properties == properties


def test_a_paper_without_figures_gives_an_empty_list():
    assert read_docx(one(Text("没有数"))).chips == []


def test_long_references_come_back():
    chip = Chip("activities." + "x" * 200, "15项", "15")
    assert found(one(chip)) == [(chip.ref, "15", "15项")]


def test_figures_in_tables_come_back():
    table = Table((Column(), Column()), ("项", "数"), (((Text("甲"),), (Chip("r", "3次", "3"),)),))
    [chip] = read_docx(docx_bytes(Document("题", (Block("table", table=table),)))).chips
    assert (chip.ref, chip.text, chip.sentence) == ("r", "3次", "3次")


def test_words_changed_by_hand_are_read_as_they_stand_now():
    data = changed(">15项</w:t>", ">16项</w:t>", one(Text("办了"), Chip("held", "15项", "15"), Text("。")))
    assert found(data) == [("held", "15", "16项")]


def test_runs_that_word_split_are_joined():
    split = '>1</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:t>5</w:t><w:t>项</w:t>'
    assert found(changed(">15项</w:t>", split, one(Chip("held", "15项", "15")))) == [("held", "15", "15项")]


def test_tracked_changes_count_as_accepted():
    tracked = '>1</w:t></w:r><w:del w:id="9"><w:r><w:delText>5</w:delText><w:t>5</w:t></w:r></w:del><w:ins w:id="8"><w:r><w:t>6项</w:t></w:r></w:ins><w:r><w:t></w:t>'
    assert found(changed(">15项</w:t>", tracked, one(Chip("held", "15项", "15")))) == [("held", "15", "16项")]


def test_a_control_around_the_whole_paragraph_is_found_once():
    control = '<w:sdt><w:sdtPr><w:tag w:val="tx:held|15"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    data = changed("<w:p>", control.split("{}")[0] + "<w:p>", one(Text("15项")))
    data = changed("</w:p>", "</w:p>" + control.split("{}")[1], data)
    assert found(data) == [("held", "15", "15项")]


def test_a_control_whose_tag_was_dropped_is_found_by_its_bookmark():
    data = changed('<w:tag w:val="tx:held|15"/>', "", one(Text("办了"), Chip("held", "15项", "15"), Text("。")))
    assert found(data) == [("held", "15", "15项")]


def test_a_figure_that_was_deleted_is_not_found():
    data = changed("15项", "", one(Text("办了"), Chip("held", "15项", "15")))
    assert [chip for chip in found(data) if chip[2]] == []


def test_foreign_controls_are_words_only():
    data = changed("tx:held|15", "Company", one(Chip("held", "15项", "15")))
    data = changed("_tx_f1", "mark", data)
    assert found(data) == [] and read_docx(data).paragraphs == ["15项"]


def test_strict_files_are_read():
    usual, strict = (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert len(found(changed(usual, strict))) == 9


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7 ...",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"PK\x03\x04 not really a zip",
        docx_bytes(summary())[:4000],
    ],
)
def test_what_is_no_docx_is_refused(data):
    with pytest.raises(Refused) as refusal:
        read_docx(data)
    assert refusal.value.code == "paper.not_docx"


def test_a_zip_of_something_else_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert _refusal(buffer.getvalue()) == "paper.not_docx"


@pytest.mark.parametrize(
    "xml",
    [
        b"<w:document",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
        b"<x>" * 5000 + b"</x>" * 5000,
    ],
)
def test_bad_or_clever_xml_is_refused(xml):
    assert _refusal(rewritten(docx_bytes(summary()), DOCUMENT, lambda _old: xml)) == "paper.not_docx"


def test_entities_are_refused_even_where_a_document_would_be():
    clever = '<!DOCTYPE d [<!ENTITY e "15项">]>'.encode()
    data = rewritten(docx_bytes(summary()), DOCUMENT, lambda old: old.replace(b"?>", b"?>" + clever, 1))
    assert _refusal(data) == "paper.not_docx"


def test_a_bomb_is_refused_before_it_unpacks():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", b"0" * 20_000_000)
    assert _refusal(buffer.getvalue()) == "paper.too_large"


def test_a_bomb_of_many_parts_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(4001):
            archive.writestr(f"{number}", b"")
    assert _refusal(buffer.getvalue()) == "paper.too_large"


def test_a_file_that_is_too_large_is_not_read_to_its_end():
    endless = type("Endless", (io.RawIOBase,), {"read": lambda self, size: b"0" * size})()
    with pytest.raises(Refused) as refusal:
        read_docx(endless)
    assert refusal.value.code == "paper.too_large"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_keeps_every_figure(tmp_path: Path):
    source = tmp_path / "in.docx"
    source.write_bytes(docx_bytes(summary()))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", str(tmp_path / "out"), str(source)], check=True, timeout=120)
    back = read_docx(tmp_path / "out" / "in.docx")
    assert found((tmp_path / "out" / "in.docx").read_bytes()) == found(source.read_bytes())
    assert back.properties == summary().properties
    assert back.paragraphs == read_docx(source).paragraphs


def _refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        read_docx(data)
    return refusal.value.code
