"""One title against the columns we look for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tongxin.core.sheets.column import Column
from tongxin.core.sheets.titles import about_others, forms, norm

LONGEST_EXTRA = 4


@dataclass(frozen=True)
class Match:
    """`score` is 1 for a known title, less for a title that only contains a known one."""

    key: str
    score: float

    @property
    def exact(self) -> bool:
        """Whether the title is one of the known ones."""
        return self.score >= 0.99


def match_title(titles: Sequence[str], columns: Sequence[Column]) -> Match | None:
    """The column that one of the `titles` (best first) names."""
    spelled = [form for title in titles for form in forms(title)]
    for form in spelled:
        for column in columns:
            if form in known_titles(column):
                return Match(column.key, 1.0)
    likely = [
        match for form in spelled if not about_others(form) for column in columns if (match := _likeness(form, column))
    ]
    return max(likely, key=lambda match: match.score, default=None)


@lru_cache(maxsize=512)
def known_titles(column: Column) -> frozenset[str]:
    """All titles of a column in their one form."""
    return frozenset(norm(title) for title in (column.label, *column.synonyms))


def _likeness(form: str, column: Column) -> Match | None:
    """教职工姓名 ends with 姓名; 手机号码 begins with 手机. A known title of one character is too little."""
    known = [
        title for title in known_titles(column) if len(title) > 1 and (form.endswith(title) or form.startswith(title))
    ]
    longest = max(known, key=len, default="")
    if not longest or len(form) - len(longest) > LONGEST_EXTRA:
        return None
    return Match(column.key, 0.5 + 0.4 * len(longest) / len(form))
