"""What the scope's column of an old ledger means: a tick, a no, or names of scopes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext as _

from tongxin.goods.models import Scope
from tongxin.goods.queries.scopes import ticked
from tongxin.purchases.imports.reading import is_marked
from tongxin.ui.words import listed

# 非832, 不属于, 无此项, 没有; 无为 and the like are places.
NEGATED: Final = re.compile(r"(?:非|不|否|没|未|无(?![为锡棣极])).*")


class NoOneScope(ValueError):
    """A word that means no scope, or several; `sentence` says which word, and what there is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Scopes:
    """The scopes that a unit knows by name; of two with one name, that of the nearer unit."""

    def __init__(self, known: Iterable[Scope]) -> None:
        """`known` with their units."""
        self.by_name: dict[str, Scope] = {}
        for each in sorted(known, key=lambda scope: len(scope.unit.path or ""), reverse=True):
            self.by_name.setdefault(each.name, each)

    def meant(self, words: str) -> tuple[Scope, ...]:
        """The scopes of one cell. Raises NoOneScope."""
        if is_marked(words) is False:
            return ()
        parts = [words] if words in self.by_name else [part.strip() for part in re.split(r"[、，,/;；]", words)]
        found = [self._one(part) for part in parts if part]
        return tuple(dict.fromkeys(scope for scope in found if scope is not None))

    def _one(self, word: str) -> Scope | None:
        """The scope of one word, none where it says no."""
        if word in self.by_name:
            return self.by_name[word]
        marked = is_marked(word)
        if marked is False or (NEGATED.fullmatch(word) and not any(word in name for name in self.by_name)):
            return None
        found = (
            ticked(self.by_name.values())
            if marked
            else [self.by_name[name] for name in self.by_name if name in word or word in name]
        )
        if len(found) != 1:
            raise NoOneScope(self._several(word, found) if found else self._none(word))
        return found[0]

    def _none(self, word: str) -> str:
        known = listed(self.by_name) or _("还没有，先加一个")
        return _("没有“%(word)s”这个口径。现在有：%(known)s。") % {"word": word[:20], "known": known}

    def _several(self, word: str, found: list[Scope]) -> str:
        return _("“%(word)s”说的口径不止一个：%(names)s。写全名称。") % {"word": word[:20], "names": listed(found)}
