"""Plain text, names of people, names of units and other things."""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext as _

from tongxin.core.sheets.cells.bad import BadCell
from tongxin.core.sheets.values import Cell, shown

# Full-width forms people type by accident. Chinese punctuation (，。：；（）？！) is right as it is.
_HALF = {
    code: code - 0xFEE0 for span in ((0xFF10, 0xFF1A), (0xFF21, 0xFF3B), (0xFF41, 0xFF5B)) for code in range(*span)
}
_HALF |= {ord(wide): ord(narrow) for wide, narrow in zip("＃％＆＊＋－．／＝＠＿～", "#%&*+-./=@_~", strict=True)}
_SPACES = dict.fromkeys([0x3000, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F], " ")
_NOTHING = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x200F])
_TABLE = {**_HALF, **_SPACES, **_NOTHING}
_RADICALS = re.compile("[\u2e80-\u2fdf]")
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_GAP = re.compile(f"(?<=[{_HAN}·])[ \t]+(?=[{_HAN}·])")
_DOTS = re.compile(f"(?<=[{_HAN}])\\s*[·•・‧∙⋅.。﹒●]\\s*(?=[{_HAN}])")
_HAS_HAN = re.compile(f"[{_HAN}]")


def halved(value: str) -> str:
    """Full-width digits and latin letters as half-width, all spaces as one kind, invisible characters gone."""
    return _RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), value.translate(_TABLE))


def text(value: Cell) -> str:
    """Free text: trimmed, runs of spaces made one, line breaks kept."""
    lines = (" ".join(line.split()) for line in halved(shown(value)).splitlines())
    return "\n".join(lines).strip()


def label(value: Cell) -> str:
    """The name of a unit, a place, a kind: one line, no spaces between Chinese characters (“数 学 系” is 数学系)."""
    return _HAN_GAP.sub("", " ".join(halved(shown(value)).split()))


def person_name(value: Cell) -> str:
    """A person's name: “张　三” is 张三, “阿依古丽.买买提” gets its dot, latin names keep single spaces.

    Bad: `cell.name_digits`, `cell.name_note`, `cell.name_lost_character`.
    """
    name = label(value)
    if not name:
        return ""
    name = _DOTS.sub("·", name)
    if _HAS_HAN.search(name):
        name = name.replace(" ", "") if not re.search("[A-Za-z]", name) else name
    _check_name(name)
    return name


def _check_name(name: str) -> None:
    if "?" in name or "？" in name or "\ufffd" in name or any(unicodedata.category(sign) == "Co" for sign in name):
        raise BadCell("cell.name_lost_character", _("姓名里有一个字没存下来。请照本人的姓名补上。"))
    if any(sign.isdigit() for sign in name):
        raise BadCell("cell.name_digits", _("姓名里有数字。请只写姓名。"))
    if re.search(r"[()（）\[\]【】、,，;；/\n]", name):
        raise BadCell("cell.name_note", _("姓名里夹了别的内容。请只写一个人的姓名，说明写到备注里。"))
