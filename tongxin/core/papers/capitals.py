"""Sums in Chinese capitals, as receipts and payment slips carry them."""

from __future__ import annotations

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万")  # the last is read 万…亿: 壹万贰仟亿, 壹万亿
LARGEST_FEN = 10**18 - 1


def money_capitals(fen: int) -> str:
    """`陆万元整`, `壹仟零伍拾元伍角整`, `壹拾元零叁分`.

    《支付结算办法》附一: 整 closes a sum without 分; zeros inside read as one 零; 零 stands before 分 when there is no 角;
    a sum below one 元 begins with its 角 or 分. Where the rules allow 零 or none (壹拾元[零]伍角), none is written.
    Raises ValueError from 10^16 元 on.
    """
    if abs(fen) > LARGEST_FEN:
        raise ValueError("no words for such a sum")
    sign = "负" if fen < 0 else ""
    yuan, cents = divmod(abs(fen), 100)
    jiao, ones = divmod(cents, 10)
    words = _integer(yuan) + "元" if yuan else ""
    if not cents:
        return f"{sign}{words or '零元'}整"
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif words:
        words += "零"
    return sign + words + (_DIGITS[ones] + "分" if ones else "整")


def _integer(number: int) -> str:
    groups = [number // 10_000**index % 10_000 for index in range(4)]
    words, gap = "", False
    for index in (3, 2, 1, 0):
        group = groups[index]
        if group:
            words += ("零" if words and (gap or group < 1000) else "") + _group(group) + _GROUPS[index]
        elif index == 2 and words:
            words += "亿"
        gap = not group
    return words


def _group(group: int) -> str:
    """Four digits: 1050 → 壹仟零伍拾."""
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + _PLACES[place]
        gap = not digit
    return words
