"""Where importing begins: the kinds of spreadsheet, and what was brought in before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from tongxin.imports.access import importers_for, runs_for
from tongxin.imports.models import ImportRun
from tongxin.imports.protocol import Importer, importers

PAGE = 20


@dataclass(frozen=True)
class Past:
    """A run in the history."""

    run: ImportRun
    label: str
    icon: str

    @property
    def who(self) -> str:
        """Whoever brought it; what nobody signed in for was brought at the shell."""
        by = self.run.added_by
        return by.name if by else _("命令行")

    @property
    def counts(self) -> dict[str, int] | None:
        """What came of it, once it went in."""
        counts: dict[str, int] | None = self.run.outcome.get("counts")
        return counts


@dataclass(frozen=True)
class HomePage:
    """The kinds the actor may take in, and a page of runs."""

    importers: list[Importer]
    page: Page[ImportRun]
    runs: list[Past]


def home_page(actor: Any, number: int) -> HomePage:
    """Refuses as `importers_for`."""
    kinds = importers_for(actor)
    page = Paginator(runs_for(actor), PAGE).get_page(number)
    return HomePage(kinds, page, [_past(run) for run in page])


def _past(run: ImportRun) -> Past:
    importer = importers.get(run.kind)
    return Past(run, str(importer.label) if importer else run.kind, importer.icon if importer else "table")
