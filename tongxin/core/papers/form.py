"""Measures of GB/T 9704-2012 that DOCX and PDF share, and the place of the signature. Millimetres and points."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from tongxin.core.papers.wording import day_words

PAGE_MM = (210.0, 297.0)  # 5.1
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 37.0, 35.0, 28.0, 26.0  # 5.2.1: 天头 37, 订口 28, type area 156 × 225
AREA_MM = (156.0, 225.0)
LINES, CHARACTERS = 22, 28  # 5.2.3

BODY_PT, TITLE_PT, PAGE_NUMBER_PT, TABLE_PT = 16.0, 22.0, 14.0, 12.0  # 三号, 二号, 四号, 小四
TITLE_LINE_PT, TABLE_LINE_PT = 35.0, 20.0
PT_PER_MM = 72 / 25.4
LINE_PT = 28.95  # the largest step of 1/20 pt that fits 22 times into 225 mm (637.8 pt)
# 28 characters of 16 pt fit into 442.2 pt when they stand this far apart (27 steps and a whole last one), rounded down.
PITCH_PT = 15.78
PAGE_NUMBER_DROP_MM = 7.0  # 7.5: the dashes of the page number stand 7 mm below the type area


@dataclass(frozen=True, slots=True)
class Signature:
    """Indents from the left, in characters."""

    issuer: str
    issuer_indent: float
    day: str
    day_indent: float


def width(text: str) -> float:
    """Width in characters: 汉字 and full-width marks 1, digits and Latin letters a half."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)


def signature(issuer: str, day: date) -> Signature:
    """Where issuer and date stand when no seal is printed (GB/T 9704-2012, 7.3.5.2).

    One line below the text; the issuer ends 2 characters before the right edge; the date begins 2 characters right of
    the issuer. A date that would then reach further than the issuer takes the 2 characters itself and the issuer moves
    left with it. A printed seal wants the other rule (date 4 from the right, issuer centred over it): the seal goes
    on paper here, and both rules leave room for it.
    """
    words = day_words(day)
    day_indent = min(CHARACTERS - width(issuer), CHARACTERS - 2 - width(words))
    return Signature(issuer, max(day_indent - 2, 0), words, max(day_indent, 2))
