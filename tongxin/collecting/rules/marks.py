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
_PROXY: Final = re.compile(
    r"[（(]?\s*(?:由|请)?\s*([^\s（）()：:代由请]{0,12}?)\s*(?:代领|代签|代取|代)\s*[：:]?\s*([^\s（）()：:]{0,12})\s*[）)]?"
)


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
    if "代" in words:
        found = _PROXY.search(words)
        who = (found[1] or found[2]) if found else ""
        return Mark(True, "" if who in ("本人", name) else who)
    if (
        words[0] in YES
        or words in ("已领", "已签", "签名", "本人", "签字", "已取", "ok", "OK")
        or words.startswith("已")
    ):
        return Mark(True)
    signed = words.replace(" ", "")
    is_other = bool(name) and signed != name and re.fullmatch(r"[\u4e00-\u9fff·]{2,5}", signed) is not None
    return Mark(True, signed if is_other else "")
