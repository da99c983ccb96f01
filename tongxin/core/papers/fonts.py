"""Which fonts a paper asks for, and which stand in. DOCX names them and ships none; PDF embeds free ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pylopdf_fonts_zh_cn


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by the name that official templates use; `others` in the order to try; `free` for PDF."""

    name: str
    others: tuple[str, ...]
    free: tuple[str, ...]
    roman: bool = True
    fixed: bool = False


TITLE = Face(
    "方正小标宋简体",
    ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋", "华文中宋", "STZhongsong", "Noto Serif CJK SC", "宋体"),
    ("FandolSong", "Noto Serif SC"),
)
BODY = Face(
    "仿宋_GB2312",
    ("仿宋", "FangSong", "华文仿宋", "STFangsong", "FandolFang R", "Noto Serif CJK SC"),
    ("FandolFang R", "Noto Serif SC"),
    fixed=True,
)
KAI = Face(
    "楷体_GB2312",
    ("楷体", "KaiTi", "华文楷体", "STKaiti", "FandolKai", "Noto Serif CJK SC"),
    ("FandolKai", "Noto Serif SC"),
    fixed=True,
)
HEI = Face(
    "黑体",
    ("SimHei", "华文黑体", "STHeiti", "FandolHei", "Noto Sans CJK SC"),
    ("FandolHei", "Noto Sans SC"),
    roman=False,
)
SONG = Face(
    "宋体",
    ("SimSun", "华文宋体", "STSong", "FandolSong", "Noto Serif CJK SC"),
    ("FandolSong", "Noto Serif SC"),
)
FACES = (BODY, TITLE, HEI, KAI, SONG)

LAST_RESORT = ("Noto Serif SC", "Noto Sans SC")

# Fandol comes with the Chinese part of TeX Live; these are the places distributions put it.
_FANDOL_FOLDERS = (
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/texmf/fonts/opentype/public/fandol",
    "/usr/share/fonts/opentype/fandol",
    "/usr/share/fonts/truetype/fandol",
    "/usr/share/fonts/fandol",
    "/usr/local/share/fonts/fandol",
)


@lru_cache(maxsize=1)
def font_folders() -> tuple[Path, ...]:
    """Folders whose fonts a PDF may use: Fandol where it is installed, and always the package's Noto SC, which has the
    rare characters of names that Fandol lacks (喆堃昇珺赟龑)."""
    fandol = [folder for folder in map(Path, _FANDOL_FOLDERS) if (folder / "FandolFang-Regular.otf").is_file()][:1]
    return (*fandol, Path(pylopdf_fonts_zh_cn.__file__).parent)
