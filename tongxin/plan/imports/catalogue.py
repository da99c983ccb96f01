"""Categories and groups by every word that plans have for them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from tongxin.activities.models import Category, Group
from tongxin.plan.rules.guess import category_by_title, category_codes, plain

NEAR_ENOUGH = 0.4


class Catalogue:
    """Read once for a file."""

    def __init__(self) -> None:
        self.categories = list(Category.objects.filter(in_use=True))
        self.groups = list(Group.objects.filter(in_use=True))
        self._by_code = {category.code: category for category in self.categories}
        self._by_name = {name: category for category in reversed(self.categories) for name in _names(category)}
        self._groups = {
            name: group for group in reversed(self.groups) for name in (group.name, group.name_en, group.code) if name
        }

    def find(self, word: str, title: str) -> tuple[Category | None, bool]:
        """The category a word means, and whether the title had to decide because the word is broad."""
        named = self._by_name.get(plain(word).lower()) or self._by_name.get(word.lower())
        if named is not None:
            return named, False
        codes = [code for code in category_codes(word) if code in self._by_code]
        if not codes:
            return None, False
        told = category_by_title(title, codes) if len(codes) > 1 else None
        return self._by_code[told or codes[0]], len(codes) > 1

    def guess(self, title: str) -> Category | None:
        """The category that a title tells of."""
        code = category_by_title(title, self._by_code)
        return self._by_code.get(code) if code else None

    def group(self, word: str) -> Group | None:
        """The group of that name, English name or code, or the only one whose name holds the word."""
        if exact := self._groups.get(word):
            return exact
        holding = [group for group in self.groups if len(word) > 1 and (word in group.name or group.name in word)]
        return holding[0] if len(holding) == 1 else None

    def near(self, word: str) -> str:
        """The name of the category whose words are like this one."""
        scored = [
            (SequenceMatcher(None, plain(word), name).ratio(), category) for name, category in self._by_name.items()
        ]
        score, category = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        return category.label if category is not None and score >= NEAR_ENOUGH else ""

    def listed(self) -> str:
        """All names, to choose from."""
        return "、".join(category.label for category in self.categories)


def _names(category: Category) -> Sequence[str]:
    words = (category.name, category.name_en, category.code, category.printed, category.seal)
    return [form for word in words if word for form in {word.lower(), plain(word).lower()} if form]
