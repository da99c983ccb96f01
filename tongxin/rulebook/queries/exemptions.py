"""Exemptions: those that hold for things, and the list of the units that somebody reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from tongxin.files.models import Attachment
from tongxin.org.actor import Actor
from tongxin.rulebook.access import EXEMPTION, exemptions_for
from tongxin.rulebook.hooks import subjects
from tongxin.rulebook.models import Exemption
from tongxin.rulebook.queries.check import Finding
from tongxin.rulebook.rules.exempting import YEARLY
from tongxin.rulebook.words import measured
from tongxin.ui.words import fullday

PER_PAGE: Final = 50


@dataclass(frozen=True)
class Wanted:
    """What is looked for: a year of the meeting (None: all), those only that hold."""

    year: int | None = None
    standing: bool = False


@dataclass(frozen=True)
class Line:
    """One exemption in words: what it allows, what the rule would have, where its thing stands, its scan."""

    exemption: Exemption
    value: str
    limit: str
    kind: str
    url: str
    scan: Attachment | None


@dataclass(frozen=True)
class Listing:
    """A page of the list; `years` are those in which there were meetings, `count` how many there are."""

    lines: tuple[Line, ...]
    page: Page[Exemption]
    years: tuple[int, ...]
    wanted: Wanted
    count: int


def standing(kind: str, things: Collection[int] | QuerySet[Any]) -> list[Exemption]:
    """Exemptions that hold for these things of a kind, and the withdrawn none; each with its rule. One query."""
    rows = Exemption.objects.filter(kind=kind, thing_id__in=things, withdrawal=None)
    return list(rows.select_related("rule").order_by("at", "pk"))


def spoken(findings: Iterable[Finding]) -> list[str]:
    """What a committee let through, a sentence each: for who is about to approve it."""
    sentence = _(
        "按会议决定例外：%(rule)s，规则%(limit)s，这次%(value)s。会议纪要%(minutes)s（%(day)s）；依据%(basis)s %(no)s。%(why)s"
    )
    said = []
    for each in findings:
        if (one := each.exemption) is not None:
            told = {
                "rule": each.rule.called,
                "limit": each.limit,
                "value": each.value,
                "minutes": one.minutes_no,
                "day": fullday(one.minutes_on),
            }
            said.append(sentence % {**told, "basis": one.basis, "no": one.basis_no, "why": one.why})
    return said


def of_the_year(exemption: Exemption) -> bool:
    """Whether it was decided of what a member gets in a year, whichever of the year's things is looked at."""
    return exemption.rule.metric == YEARLY


def lines_of(exemptions: Collection[Exemption]) -> tuple[Line, ...]:
    """The same in words, with their scans. One query, none where there is nothing."""
    if not exemptions:
        return ()
    scans = {
        file.thing_id: file
        for file in Attachment.objects.filter(thing_type=EXEMPTION, thing_id__in=[each.pk for each in exemptions])
    }
    return tuple(_line(each, scans.get(each.pk)) for each in exemptions)


def listing(actor: Actor, wanted: Wanted, page: Any = None) -> Listing:
    """A page of what the actor reads, the newest first. Five queries."""
    found = exemptions_for(actor)
    years = found.order_by().annotate(of=ExtractYear("minutes_on")).values_list("of", flat=True).distinct()
    shown = Paginator(_narrowed(found, wanted), PER_PAGE).get_page(page)
    return Listing(lines_of(list(shown)), shown, tuple(sorted(years, reverse=True)), wanted, shown.paginator.count)


def exported(actor: Actor, wanted: Wanted) -> Iterator[Line]:
    """All of what the list shows."""
    yield from lines_of(list(_narrowed(exemptions_for(actor), wanted)))


def _narrowed(rows: QuerySet[Exemption], wanted: Wanted) -> QuerySet[Exemption]:
    if wanted.year:
        rows = rows.filter(minutes_on__year=wanted.year)
    if wanted.standing:
        rows = rows.filter(withdrawal=None)
    return rows.select_related("rule", "unit", "withdrawal")


def _line(exemption: Exemption, scan: Attachment | None) -> Line:
    rule, subject = exemption.rule, subjects.get(exemption.kind)
    return Line(
        exemption, measured(exemption.value, rule.measure, rule.metric), measured(exemption.limit, rule.measure, rule.metric),
        str(subject.called) if subject else exemption.kind, subject.url(exemption.thing_id) if subject else "", scan,
    )  # fmt: skip
