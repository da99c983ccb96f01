"""What the words of a roster say about membership. Pure."""

from __future__ import annotations

from typing import Final

NOT_A_MEMBER: Final = frozenset({"否", "未入会", "未入", "非会员", "不是", "无", "没有", "×", "x", "n", "no", "未加入"})
A_MEMBER: Final = frozenset({"是", "已入会", "会员", "在籍", "√", "✓", "y", "yes", "已加入", "有"})
IN_SERVICE: Final = frozenset({"在岗", "在职", "在编", "在籍", "正式", "专任", "在校", "人事代理", "聘用", "外聘"})
RETIRED: Final = frozenset({"退休", "离休", "离退休", "退养", "内退", "返聘"})
RETAINED: Final = frozenset({"保留会籍", "保留", "停薪留职", "长期病假", "挂职"})
GONE: Final = frozenset({"已转出", "转出", "调出", "离职", "辞职", "已离职", "退会"})


def says_member(word: str) -> bool | None:
    """Whether a word in the column 入会 says yes or no; None where it says neither (perhaps it is a day)."""
    plain = word.strip().lower()
    if plain in NOT_A_MEMBER:
        return False
    return True if plain in A_MEMBER else None


def standing_of(word: str) -> str | None:
    """The standing that a word in the column 身份 means; None for an unknown word.

    The retired keep their membership without dues (会籍管理办法 2016: 保留会籍).
    """
    plain = word.strip()
    if plain in RETIRED | RETAINED:
        return "retained"
    if plain in GONE:
        return "moved"
    return "in_standing" if plain in IN_SERVICE else None
