"""Sorting Chinese names: by a stored pinyin key, because collations differ between databases."""

from __future__ import annotations

import re
from functools import lru_cache

_HAN = re.compile("[\u4e00-\u9fa5]+")


@lru_cache(maxsize=4096)
def _syllables(name: str) -> tuple[str, ...]:
    # Imported where it is used: its dictionary takes an eighth of the time in which a command starts.
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(name, style=Style.TONE3))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Pinyin with tone figures and the name behind it: `张三` → `zhang1 san1|张三`, at most 120 characters."""
    return (" ".join(_syllables(name)) + "|" + name).lower()[:120]


def initials(name: str) -> str:
    """First letters of the pinyin, for search: `张三` → `zs`."""
    if _HAN.fullmatch(name):
        return "".join(syllable[0] for syllable in _syllables(name))[:40].lower()
    return first_letters(name)[:40].lower()


def first_letters(name: str) -> str:
    """First letters of the pinyin; what is not Chinese stays as it is: `张 3号` → `z 3h`."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
