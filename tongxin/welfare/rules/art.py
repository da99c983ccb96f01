"""Which picture stands for a pack, by the words of its name and of what is in it."""

from __future__ import annotations

from typing import Final

TEA, MUSHROOM, PEAR = "gift-tea", "gift-mushroom", "gift-pear"
WORDS: Final = {TEA: "茶兰毫尖芽菊", MUSHROOM: "菇菌耳笋珍干腊肉油米面蛋", PEAR: "梨果桃橙柑橘苹枣莓瓜葡蜜"}


def art_of(words: str, number: int) -> str:
    """The name of a drawing in `ui/art`; where no word tells, the packs of a round take turns by their `number`."""
    for art, signs in WORDS.items():
        if any(sign in words for sign in signs):
            return art
    return (TEA, MUSHROOM, PEAR)[number % 3]
