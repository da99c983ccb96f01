"""Titles of columns, brought to one form: “*姓 名（必填）” and “姓名” are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BRACKETS = re.compile(r"[(\[{【〔<《「].*?[)\]}】〕>》」]")
MARKS = re.compile(r"[\s*#★☆※:,，、。.\-_'\"“”]+")
ASIDES = re.compile(r"(必填|选填|可选|可空)项?$")
# A title with one of these is about someone or something else: 配偶姓名 is not 姓名.
OTHERS = re.compile(
    "配偶|子女|父|母亲|孩子|家属|紧急|联系人|负责人|经办|推荐|介绍人|证明人|填表|审核|审批|曾用|原|代码|编码|拼音|英文|校友|总数|合计"
)
REASON = "没进的原因"
IGNORED = {"没进的原因", "序号", "no", "原表行号", "行号"}


@lru_cache(maxsize=4096)
def forms(title: str) -> tuple[str, ...]:
    """The forms in which a title may be known, best first: without brackets, what stands inside them, whole."""
    wide = unicodedata.normalize("NFKC", title)
    outside = _bare(BRACKETS.sub("", wide))
    inside = [_bare(found[1:-1]) for found in BRACKETS.findall(wide)]
    return tuple(dict.fromkeys(form for form in [outside, *inside, _bare(wide)] if form))


def norm(title: str) -> str:
    """The first of its forms; nothing where the title is blank."""
    return next(iter(forms(title)), "")


def about_others(form: str) -> bool:
    """Whether a title is about another person or thing than the row."""
    return bool(OTHERS.search(form))


def _bare(title: str) -> str:
    return ASIDES.sub("", MARKS.sub("", title).lower())
