"""Who may take in which spreadsheet, and whose runs one may see. A stranger gets 404."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from tongxin.core.refusals import Refused
from tongxin.imports.models import ImportRun
from tongxin.imports.protocol import Importer, Places, importers


def get_importer(actor: Any, kind: str) -> Importer:
    """An importer that the actor may use somewhere. Refuses as `places_of(…).somewhere`."""
    importer = importers.get(kind)
    if importer is None or importer.places is None:
        raise Http404
    importer.places.somewhere(actor)
    return importer


def importers_for(actor: Any) -> list[Importer]:
    """The importers that the actor may use. Refuses as `Places.somewhere` where there are none."""
    found: list[Importer] = []
    refusal: Refused | None = None
    for importer in importers:
        try:
            places_of(importer).somewhere(actor)
        except Refused as refused:
            refusal = refused
        else:
            found.append(importer)
    if not found:
        raise refusal or Http404
    return found


def places_of(importer: Importer) -> Places:
    """Where an importer may be used; 404 where it is only for the shell."""
    if importer.places is None:
        raise Http404
    return importer.places


def runs_for(actor: Any) -> QuerySet[ImportRun]:
    """The runs of the units in which the actor may take in such a spreadsheet."""
    seen = Q(pk__in=())
    for importer in importers:
        for path in actor.paths(importer.right):
            seen |= Q(kind=importer.key, unit_path__startswith=path)
    return ImportRun.objects.filter(seen).select_related("added_by")


def get_run(actor: Any, pk: UUID) -> ImportRun:
    """A run of a unit in which the actor may take in such a spreadsheet. Refuses as `Places.get`."""
    run = ImportRun.objects.select_related("added_by").filter(pk=pk).first()
    if run is None:
        raise Http404
    get_place(actor, run)
    return run


def get_place(actor: Any, run: ImportRun) -> Any:
    """The unit a run is for. Refuses as `Places.get`."""
    return places_of(importer_of(run)).get(actor, run.unit_pk)


def importer_of(run: ImportRun) -> Importer:
    """The importer of a run; 404 where it is no longer there."""
    importer = importers.get(run.kind)
    if importer is None:
        raise Http404
    return importer
