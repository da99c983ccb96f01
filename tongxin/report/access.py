"""Who may read, write and sign a summary. A stranger gets 404."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from tongxin.org.access import below, require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import FIGURES_READ, SUMMARY_READ, SUMMARY_SIGN, SUMMARY_WRITE
from tongxin.report.models import Summary, Wording

# Whose year can be told: committees and clubs report to their union.
TELLING = (Unit.Kind.FEDERATION, Unit.Kind.UNION, Unit.Kind.BRANCH)


def summaries_for(actor: Actor) -> QuerySet[Summary]:
    """Summaries of the units where the actor may read them."""
    return Summary.objects.filter(below(actor.paths(SUMMARY_READ), "unit__path")).select_related("unit")


def get_summary(actor: Actor, pk: int, *, right: str = SUMMARY_READ) -> Summary:
    """A summary for which `right` is in force. Refuses as `org.access.require_right`."""
    summary = Summary.objects.select_related("unit", "signed_by").filter(pk=pk).first()
    if summary is None:
        raise Http404
    require_right(actor, right, summary.unit)
    return summary


def get_wording(actor: Actor, pk: int) -> Wording:
    """A wording that the actor may change. Refuses as `org.access.require_right`."""
    wording = Wording.objects.select_related("unit").filter(pk=pk).first()
    if wording is None:
        raise Http404
    require_right(actor, SUMMARY_WRITE, wording.unit)
    return wording


def wordings_for(actor: Actor) -> QuerySet[Wording]:
    """Wordings of the units where the actor writes summaries, the latest year first."""
    mine = Wording.objects.filter(below(actor.paths(SUMMARY_WRITE), "unit__path"))
    return mine.select_related("unit").order_by("-year", "unit__path", "key")


def units_to_tell(actor: Actor, right: str = FIGURES_READ) -> QuerySet[Unit]:
    """Unions and branches whose figures (or summaries) the actor may read, in the order of the tree."""
    return Unit.objects.filter(below(actor.paths(right), "path"), kind__in=TELLING, closed_on=None).order_by("path")


__all__ = [
    "FIGURES_READ",
    "SUMMARY_READ",
    "SUMMARY_SIGN",
    "SUMMARY_WRITE",
    "get_summary",
    "get_wording",
    "summaries_for",
    "units_to_tell",
    "wordings_for",
]
