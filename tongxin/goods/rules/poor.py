"""The 832 counties, as far as they are known here: the twenty of Anhui, from memory (confidence K), so they only warn."""

from __future__ import annotations

from typing import Final

CONFIDENCE: Final = "K"
ANHUI: Final = (
    "340824", "340825", "340826", "340827", "340828",  # 潜山 太湖 宿松 望江 岳西
    "341221", "341225", "341226", "341203",  # 临泉 阜南 颍上 颍东
    "341321", "341322", "341323", "341324",  # 砀山 萧县 灵璧 泗县
    "341503", "341521", "341522", "341523", "341524", "341623", "341722",  # 裕安 寿县 霍邱 舒城 金寨 利辛 石台
)  # fmt: skip
PROVINCES: Final = frozenset(code[:2] for code in ANHUI)


def is_outside(kind: str, counties: list[str] | tuple[str, ...], county: str) -> bool:
    """Whether goods of a county seem not to belong into a scope.

    A scope without a list takes all. Of the 832 counties only provinces are judged whose counties are known here;
    of other provinces nothing is known and nothing is said.
    """
    if not county or not counties or county in counties:
        return False
    return kind != "c832" or county[:2] in PROVINCES
