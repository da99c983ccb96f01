"""A round's papers and lists as files."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.ui.downloads import download, spreadsheet
from tongxin.welfare import actions
from tongxin.welfare.access import fetch, get_round, require_read_all, require_reader
from tongxin.welfare.exports import write_packs, write_people
from tongxin.welfare.models import Round
from tongxin.welfare.papers import FORMS, PAPERS, write_paper
from tongxin.welfare.queries.packs import packs_of
from tongxin.welfare.queries.papers import facts_of
from tongxin.welfare.queries.people import filters_from, found


@require_safe
@signed_in
def paper(request: HttpRequest, pk: int, kind: str, form: str) -> FileResponse:
    """Printed from the records, on record."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    paper = PAPERS.get(kind)
    if paper is None or form not in FORMS:
        raise Http404
    round = _read_all(request, pk)
    facts = facts_of(actor, round, clock.today(now))
    actions.print_paper(actor=actor, now=now, round=round, kind=kind, form=form)
    return download(f"{_named(round, paper.title)}.{form}", partial(write_paper, paper, form, facts))


@require_safe
@signed_in
def people_export(request: HttpRequest, pk: int) -> FileResponse:
    """The list under the filters of its page, on record: it holds names."""
    actor = request.actor  # type: ignore[attr-defined]
    round = _read(request, pk)
    rows = found(actor, round, filters_from(request.GET)).iterator(chunk_size=2000)
    actions.print_paper(actor=actor, now=clock.now(), round=round, kind="people", form="xlsx")
    return spreadsheet(_named(round, _("名单")), partial(write_people, rows))


@require_safe
@signed_in
def packs_export(request: HttpRequest, pk: int) -> FileResponse:
    """What is in the packs, and all quotations, on record."""
    actor = request.actor  # type: ignore[attr-defined]
    round = _read_all(request, pk)
    actions.print_paper(actor=actor, now=clock.now(), round=round, kind="packs", form="xlsx")
    return spreadsheet(_named(round, _("礼包和比价")), partial(write_packs, packs_of(round)))


def _read(request: HttpRequest, pk: int) -> Round:
    actor = request.actor  # type: ignore[attr-defined]
    found = get_round(actor, pk)
    require_reader(actor)
    return found


def _read_all(request: HttpRequest, pk: int) -> Round:
    """A branch that learns of a round of the union reads neither its papers nor its quotations."""
    found = fetch(pk)
    require_read_all(request.actor, found)  # type: ignore[attr-defined]
    return found


def _named(round: Round, title: Any) -> str:
    """Without what a file system would read as something else."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", f"{round.title}{title}").strip(" .")
