"""What stands in the column 签领 of old sign-off lists, written by many hands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

YES: Final = frozenset("✓√✔☑▲●○vVyY1是有领")
NO_WORDS: Final = (
    "未领",
    "没领",
    "未签",
    "没签",
    "未到",
    "缺",
    "无",
    "否",
    "放弃",
    "不要",
    "退",
    "不领",
    "未取",
    "没取",
)
NONE: Final = frozenset({"", "-", "—", "——", "/", "\\", "x", "X", "×", "0", "n", "N", "no", "None"})
_AROUND: Final = re.compile(r"代领|代签|代取|代|由|请|人|[（）()：:，,、\s]")
_NAME: Final = re.compile(r"[\u4e00-\u9fff·]{2,8}")


@dataclass(frozen=True)
class Mark:
    """Whether the pack was handed out, and by whom it was fetched where another signed."""

    given: bool
    proxy: str = ""


def read_mark(text: str, name: str = "") -> Mark:
    """`✓`, `已领`, a name signed, `代：李四`, `李四代领`, `（代）李四`; blanks, dashes and `未领` are not collected.

    A signature that is another's name than `name` is a proxy's.
    """
    words = re.sub(r"\s+", " ", text.replace("\u3000", " ")).strip()
    if words in NONE or any(words.startswith(no) for no in NO_WORDS):
        return Mark(False)
    signed = words.replace(" ", "")
    if name and signed == name:
        return Mark(True)
    if "代" in words:
        who = _AROUND.sub("", words)
        return Mark(True, who if _NAME.fullmatch(who) and who not in ("本人", "本", name) else "")
    if (
        words[0] in YES
        or words in ("已领", "已签", "签名", "本人", "签字", "已取", "ok", "OK")
        or words.startswith("已")
    ):
        return Mark(True)
    is_other = bool(name) and _NAME.fullmatch(signed) is not None
    return Mark(True, signed if is_other else "")
