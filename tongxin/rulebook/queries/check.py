"""Hold facts against the rules of a unit on the day of the event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tongxin.org.models import Unit
from tongxin.rulebook.models import Exemption, Rule
from tongxin.rulebook.queries.rows import rows_of, rules_of
from tongxin.rulebook.rules.exact import Exact
from tongxin.rulebook.rules.exempting import covers, exemptible
from tongxin.rulebook.rules.facts import Facts
from tongxin.rulebook.rules.judging import Verdict, judge
from tongxin.rulebook.rules.metrics import Measured
from tongxin.rulebook.rules.row import BLOCK, TELL, WARN, Row
from tongxin.rulebook.rules.versions import in_force
from tongxin.rulebook.words import said, unsaid


@dataclass(frozen=True)
class Finding:
    """What one rule says of the facts: `weight` is its severity in effect (block, warn, tell).

    `holds` None: facts are `missing`. `value` and `limit` are in words. `before` is the version that held before, `since`
    the day this one began; `after` one that is to come, or that waits for somebody to confirm it. `exemption` is the committee's
    decision that lets a broken limit through, as far as `measured` goes; `bound` is the limit, exact.
    """

    rule: Rule
    weight: str
    holds: bool | None
    value: str
    limit: str
    missing: tuple[str, ...]
    since: date | None
    until: date | None
    sure: bool
    added: tuple[Rule, ...] = ()
    before: Rule | None = None
    after: Rule | None = None
    measured: Measured = None
    bound: Exact = ()
    exemption: Exemption | None = None

    @property
    def broken(self) -> bool:
        """Whether the facts break the rule."""
        return self.holds is False

    @property
    def blocks(self) -> bool:
        """Whether it stops the act: broken, of that weight, and not let through by a committee's decision."""
        return self.broken and self.weight == BLOCK and self.exemption is None

    @property
    def exemptible(self) -> bool:
        """Whether a committee may decide that it is let through: it blocks, and it says how much at most."""
        return self.blocks and exemptible(self.rule.metric, self.rule.operator, self.bound)

    @property
    def unsaid(self) -> str:
        """Why it could not be judged, in words."""
        return unsaid(self.missing)

    @property
    def shape(self) -> str:
        """The shape and tone of a status: ok, bad, warn, quiet; exempt stands for itself, in red."""
        if self.exemption is not None:
            return "exempt"
        if self.holds is None:
            return "draft"
        return "done" if self.holds else {BLOCK: "bad", WARN: "moved"}.get(self.weight, "dot")


@dataclass(frozen=True)
class Findings:
    """All findings, the gravest first."""

    all: tuple[Finding, ...]

    @property
    def blocks(self) -> tuple[Finding, ...]:
        """Broken rules that stop the act."""
        return tuple(each for each in self.all if each.blocks)

    @property
    def exempted(self) -> tuple[Finding, ...]:
        """Broken limits that a committee's decision lets through."""
        return tuple(each for each in self.all if each.exemption is not None)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Broken rules that only warn or tell."""
        return tuple(each for each in self.all if each.broken and each.weight != BLOCK)

    @property
    def unknown(self) -> tuple[Finding, ...]:
        """Rules that could not be held against what is known."""
        return tuple(each for each in self.all if each.holds is None)

    @property
    def kept(self) -> tuple[Finding, ...]:
        """Rules that hold."""
        return tuple(each for each in self.all if each.holds)


WEIGHTS = {BLOCK: 0, WARN: 1, TELL: 2}


def check(
    unit: Unit, occasion: str | Collection[str], facts: Facts, on: date, *, exemptions: Iterable[Exemption] = ()
) -> Findings:
    """What the rules in force on `on`, the day of the event, say of `facts` (keys of `rules.facts.FACTS`).

    The rules of the unit's region and all it lies in, and the own ones of the units above it; an unconfirmed one never
    blocks, and one of `exemptions` lets its very version through as far as it was decided. Three queries.
    """
    occasions = (occasion,) if isinstance(occasion, str) else tuple(occasion)
    return found_among(rules_of(unit, occasions), facts, on, exemptions=exemptions)


def found_among(
    rules: Sequence[Rule], facts: Facts, on: date, *, supposed: Mapping[int, date | None] | None = None,
    exemptions: Iterable[Exemption] = (),
) -> Findings:  # fmt: skip
    """As `check`, over rules that were fetched; `supposed` as for `rows_of`."""
    by_id = {rule.pk: rule for rule in rules}
    rows = rows_of(rules, supposed=supposed)
    verdicts = judge(in_force(rows.values(), on), facts)
    decided = tuple(exemptions)
    found = [finding_of(verdict, by_id, rows, decided) for verdict in verdicts]
    return Findings(tuple(sorted(found, key=_gravity)))


def finding_of(
    verdict: Verdict, rules: dict[int, Rule], rows: dict[int, Row], exemptions: tuple[Exemption, ...] = ()
) -> Finding:
    """A verdict with its rule, its words and its neighbours in time."""
    row = verdict.row
    rule = rules[row.pk]
    before, after = neighbours(row, rows.values())
    return Finding(
        rule=rule, weight=row.weight, holds=verdict.holds, value=said(verdict.value, row.measure, row.metric),
        limit=said(verdict.limit, row.measure, row.metric), missing=verdict.missing, since=row.since, until=row.until,
        sure=row.sure, added=tuple(rules[each.pk] for each in verdict.added),
        before=rules[before.pk] if before else None, after=rules[after.pk] if after else None, measured=verdict.value,
        bound=verdict.limit, exemption=exempted_by(verdict, exemptions),
    )  # fmt: skip


def exempted_by(verdict: Verdict, exemptions: Iterable[Exemption]) -> Exemption | None:
    """The decision that lets this verdict through: of this version of the rule, and as far as it was measured."""
    row = verdict.row
    if not verdict.broken or row.weight != BLOCK or not exemptible(row.metric, row.operator, verdict.limit):
        return None
    fitting = (each for each in exemptions if each.rule_id == row.pk and covers(each.value, verdict.value))
    return next(fitting, None)


def neighbours(row: Row, rows: Iterable[Row]) -> tuple[Row | None, Row | None]:
    """The version before, and the one that follows (or waits without a day)."""
    same = [each for each in rows if (each.rule_id, each.owner) == (row.rule_id, row.owner) and each.pk != row.pk]
    earlier = [each for each in same if each.since and row.since and each.since < row.since]
    later = [each for each in same if row.since and (each.since is None or each.since > row.since)]
    newest = max(earlier, key=lambda each: (each.since, each.version), default=None)
    next_one = min(later, key=lambda each: (each.since or date.max, -each.version), default=None)
    return newest, next_one


def _gravity(finding: Finding) -> tuple[int, int, str]:
    state = 1 if finding.exemption is not None else {False: 0, None: 2, True: 3}[finding.holds]
    return state, WEIGHTS[finding.weight], finding.rule.rule_id
