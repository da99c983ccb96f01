"""One rule: its source, its versions, what was decided."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import RULES_CONFIRM
from tongxin.rulebook.models import Decision, Rule
from tongxin.rulebook.queries.place import ids_of
from tongxin.rulebook.queries.rows import row_of
from tongxin.rulebook.rules.exact import exact
from tongxin.rulebook.rules.row import KNOWN
from tongxin.rulebook.words import region, said


@dataclass(frozen=True)
class Version:
    """A version with its limit in words and what was decided about it."""

    rule: Rule
    limit: str
    decision: Decision | None
    sure: bool


@dataclass(frozen=True)
class Detail:
    """The page. `may_decide`: this person may confirm or decline it now; `own`: this person proposed it."""

    rule: Rule
    limit: str
    place: str
    applies: tuple[tuple[str, str], ...]
    versions: tuple[Version, ...]
    decision: Decision | None
    sure: bool
    waits: bool
    may_decide: bool
    own: bool

    @property
    def decision_shape(self) -> str:
        """The shape of what was decided."""
        return "done" if self.decision and self.decision.kind == Decision.Kind.CONFIRMED else "off"


def detail_of(actor: Actor, rule: Rule, unit: Unit) -> Detail:
    """Everything about one version, for a reader of `unit`. Two queries."""
    rows = Rule.objects.filter(rule_id=rule.rule_id, unit=rule.unit).order_by("effective_from", "version")
    decided = Decision.objects.filter(unit__in=ids_of(rule.unit or unit))
    versions = tuple(_version(each) for each in rows.prefetch_related(Prefetch("decisions", decided)))
    mine = next(each for each in versions if each.rule.pk == rule.pk)
    waits = mine.decision is None and (rule.unit_id is not None or rule.confidence == KNOWN)
    own = rule.proposed_by_id is not None and rule.proposed_by_id == actor.person_id
    return Detail(
        rule=rule, limit=mine.limit, place=region(rule.region), applies=_applies(rule), versions=versions, decision=mine.decision, sure=mine.sure,
        waits=waits, may_decide=waits and not own and actor.may(RULES_CONFIRM, rule.unit or unit), own=own,
    )  # fmt: skip


def _version(rule: Rule) -> Version:
    decided = list(rule.decisions.all())
    row = row_of(rule)
    limit = said(exact(rule.value, rule.measure), rule.measure, rule.metric)
    return Version(rule, limit, decided[-1] if decided else None, bool(row and row.sure))


def _applies(rule: Rule) -> tuple[tuple[str, str], ...]:
    return tuple((key, "|".join(values)) for key, values in rule.applies.items())
