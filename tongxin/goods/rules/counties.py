"""Counties by GB/T 2260 (divisions up to 2016, as the package `gb2260` has them), found as people type them. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, TypeVar

ENDINGS: Final = "县市区旗"
PEOPLES: Final = (
    "蒙古族", "蒙古", "回族", "回", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族",
    "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族",
    "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "阿昌族", "普米族", "塔吉克", "怒族", "鄂温克族", "德昂族", "保安族", "裕固族",
    "独龙族", "鄂伦春", "各族",
)  # fmt: skip
_PEOPLES: Final = re.compile(f"(?:{'|'.join(sorted(PEOPLES, key=len, reverse=True))})+$")
# Codes that the same place had before the data were made, or got after.
LATER: Final = {"340422": "341521", "340882": "340824", "340281": "340225", "341882": "341822", "341402": "340181"}
# Names that changed after the data were made.
RENAMED: Final = {"340225": "无为市", "340824": "潜山市", "341822": "广德市"}
SHORT_PROVINCES: Final = {
    "内蒙古自治区": "内蒙古", "广西壮族自治区": "广西", "西藏自治区": "西藏", "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆", "香港特别行政区": "香港", "澳门特别行政区": "澳门",
}  # fmt: skip
NEAR: Final = 4
LONGEST: Final = 30
# What is left of a name that is no county's at all: 永安村, 长乐镇, 凤凰茶叶公司.
_NO_VILLAGE: Final = re.compile(r"村|镇|乡|街道|社区|.*公司.*")
T = TypeVar("T")
Asked = Callable[[str], tuple[str, str]]


class UnknownCounty(ValueError):
    """No county is called so; `near` are names that are like it."""

    def __init__(self, near: tuple[str, ...] = ()) -> None:
        super().__init__("no such county")
        self.near = near


class SeveralCounties(ValueError):
    """Several counties are called so: `codes`."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__("several counties")
        self.codes = codes


@dataclass
class Divisions:
    """The divisions by code, and counties by the words they go by: the whole name and the stem of it."""

    names: dict[str, str] = field(default_factory=dict)
    whole: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    stems: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    provinces: dict[str, str] = field(default_factory=dict)
    prefectures: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@lru_cache(maxsize=1)
def divisions() -> Divisions:
    """Read once, when first asked for."""
    from gb2260.data import data

    made = Divisions()
    made.names = {**{str(code): name for code, name in data[None].items()}, **RENAMED}
    for code, name in made.names.items():
        if code.endswith("0000"):
            made.provinces |= {name: code[:2], _province(name): code[:2]}
        elif code.endswith("00"):
            short = _prefecture(name)
            for form in {name, short, f"{short}州"} if name.endswith("自治州") else {name, short}:
                made.prefectures[form].append(code[:4])
        elif name not in {"市辖区", "县"}:
            made.whole[name].append(code)
            for form in _stems(name):
                made.stems[form].append(code)
    return made


def find(typed: str) -> str:
    """The code of the county that is meant: `岳西`, `安徽岳西县`, `安庆市岳西县`, `340828`, `潜山市` (潜山县 in the data).

    A county moved to another city is found under the old one too, where its whole name is the only one.
    Raises UnknownCounty, SeveralCounties.
    """
    plain = re.sub(r"[\s·,，、/\-—()（）]+", "", typed)
    return _one(_codes(plain, divisions()), plain)


def split(typed: str) -> tuple[str, str]:
    """County and village of one cell: `安徽岳西来榜镇` → (`340828`, `来榜镇`). Raises as `find`, of the whole.

    永安村 is a village somewhere, not one of 永安市: a county told by nothing but its stem needs a real village after it.
    """
    plain, known = re.sub(r"\s+", "", typed), divisions()
    several: list[str] = []
    for length in range(min(len(plain), LONGEST), 1, -1):
        begun, rest = plain[:length], plain[length:].strip("·,，、/-—()（）")
        codes = _codes(begun, known)
        if len(codes) == 1:
            if _is_bare(begun, known) and _NO_VILLAGE.fullmatch(rest):
                raise UnknownCounty((called(codes[0]),))
            return codes[0], rest
        several = several or codes
    return _one(several, plain), ""


def is_known(code: str) -> bool:
    """Whether there is, or was, a county of that code."""
    code = LATER.get(code, code)
    return code in divisions().names and not code.endswith("00")


def called(code: str) -> str:
    """`安徽岳西县`; a district with its city, `安徽阜阳颍东区`; the code itself where nobody knows it."""
    names = divisions().names
    name = names.get(LATER.get(code, code))
    if name is None:
        return code
    province = names.get(f"{code[:2]}0000", "")
    city = names.get(f"{code[:4]}00", "")
    middle = _prefecture(city) if name.endswith("区") and city.endswith("市") else ""
    return f"{_province(province)}{middle}{name}"


def _one(codes: list[str], plain: str) -> str:
    if len(codes) == 1:
        return codes[0]
    raise SeveralCounties(tuple(codes)) if codes else UnknownCounty(_near(plain, divisions()))


def _codes(plain: str, known: Divisions) -> list[str]:
    """The counties that these words mean, in the first reading that means any."""
    if plain.isascii() and plain.isdigit() and len(plain) == 6:
        code = LATER.get(plain, plain)
        return [code] if code in known.names and not code.endswith("00") else []
    return next((codes for inside, rest in _readings(plain, known) if (codes := _named(rest, inside, known))), [])


def _is_bare(words: str, known: Divisions) -> bool:
    """Whether they are the stem of a county and no more: 永安, not 永安市, not 福建永安."""
    return words in known.stems and words not in known.whole


def _province(name: str) -> str:
    return SHORT_PROVINCES.get(name) or re.sub(r"[省市]$", "", name)


def _prefecture(name: str) -> str:
    """`安庆市` → 安庆; `恩施土家族苗族自治州` → 恩施."""
    short = re.sub(r"(?:地区|自治州|盟|市)$", "", name)
    bare = _PEOPLES.sub("", short) if name.endswith("自治州") else short
    return bare if len(bare) > 1 else short


def _stems(name: str) -> set[str]:
    """`岳西县` → 岳西; `靖州苗族侗族自治县` → 靖州; never one character alone (寿县 stays 寿县)."""
    bare = re.sub(r"(?:自治县|自治旗|县|市|区|旗)$", "", name)
    short = _PEOPLES.sub("", bare) if "自治" in name else bare
    return {each for each in (bare, short) if len(each) > 1}


def _readings(plain: str, known: Divisions) -> list[tuple[str, str]]:
    """(code of what it lies in, the rest): with province and city, with either, without; the whole name comes last."""
    found: list[tuple[str, str]] = []
    provinces = [("", plain)] + [(code, plain[len(form) :]) for form, code in _leading(plain, known.provinces)]
    for province, rest in reversed(provinces):
        for form, codes in _leading(rest, known.prefectures):
            inside = [code for code in codes if code.startswith(province)]
            found += [(code, rest[len(form) :]) for code in inside if len(rest) > len(form)]
        found.append((province, rest))
    loose = [(inside[:2], rest) for inside, rest in found if len(inside) == 4]
    return [each for each in [*found, *loose] if len(each[1]) > 1]


def _leading(plain: str, forms: Mapping[str, T]) -> list[tuple[str, T]]:
    """The forms that the words begin with, the longest first."""
    return [(plain[:n], forms[plain[:n]]) for n in range(min(len(plain), LONGEST), 1, -1) if plain[:n] in forms]


def _named(words: str, inside: str, known: Divisions) -> list[str]:
    """Counties of that name in a province or city: those of the whole name before those of the stem."""
    here = [code for code in known.whole.get(words, ()) if code.startswith(inside)]
    if here:
        return here
    if words in known.prefectures or (words in known.provinces and not inside):
        return []  # 芜湖 alone is the city, not 芜湖县; 河北 the province, not the district of 天津
    stem = words[:-1] if words[-1] in ENDINGS and len(words) > 2 else words
    alike = [code for code in known.stems.get(stem, ()) if code.startswith(inside)]
    if stem != words and stem in known.provinces:
        return [code for code in alike if known.names[code].endswith(words[-1])]  # 河南县, but no 河北县
    return alike


def _near(plain: str, known: Divisions) -> tuple[str, ...]:
    """Names that are like the end of what was typed; of a city, the counties in it."""
    if plain in known.provinces:
        return tuple(called(code) for code in known.stems.get(plain, ()))
    rest = min((rest for _inside, rest in _readings(plain, known)), key=len, default=plain)
    codes = [known.whole[name][0] for name in get_close_matches(rest, known.whole, n=NEAR, cutoff=0.6)]
    if rest in known.prefectures:
        codes = [*known.stems.get(rest, ()), *_inside(known.prefectures[rest], known)][:NEAR]
    if not codes:
        stem = rest[:-1] if rest and rest[-1] in ENDINGS else rest
        codes = [known.stems[name][0] for name in get_close_matches(stem, known.stems, n=NEAR, cutoff=0.5)]
    return tuple(called(code) for code in dict.fromkeys(codes))


def _inside(cities: list[str], known: Divisions) -> list[str]:
    """The counties of some cities."""
    return sorted(code for codes in known.whole.values() for code in codes if code[:4] in cities)
