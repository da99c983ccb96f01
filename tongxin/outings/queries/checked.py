"""What rules and restrictions say of an outing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from tongxin.activities.models import Activity
from tongxin.activities.queries.outings import OUTING
from tongxin.activities.queries.restricted import Restricted, restricted
from tongxin.core import clock
from tongxin.outings.models import Outing, Share
from tongxin.rulebook.models import Exemption
from tongxin.rulebook.queries import Findings, check
from tongxin.rulebook.queries.exemptions import standing

State = Activity.State
FUNDS = (Share.Payer.UNION, Share.Payer.DUES)
GONE = (State.CANCELLED, State.MERGED)
OCCASION = "outing"
KIND = "outing"
EMERGENCY_PLAN = "应急预案"


@dataclass(frozen=True)
class Checked:
    """The findings of the rulebook, and what restrictions say of the day; `stopped`: the application is refused."""

    findings: Findings
    restricted: Restricted | None

    @property
    def barred(self) -> bool:
        """Whether a restriction forbids what nothing on record could meet."""
        return bool(self.restricted) and any(
            each.stops and each.finding.met_by is None
            for each in self.restricted.said  # type: ignore[union-attr]
        )

    @property
    def stopped(self) -> bool:
        """Whether a rule or a restriction stands in the way."""
        return bool(self.findings.blocks) or self.barred


def checked(outing: Outing, now: datetime) -> Checked:
    """Everything that is known to speak against the outing. Ten queries at most."""
    activity = outing.activity
    day = activity.day or clock.today(now)
    facts = facts_of(outing, list(outing.shares.all()), how_many(activity))
    findings = check(activity.unit, OCCASION, facts, day, exemptions=exemptions_of(outing))
    return Checked(findings, restricted(activity, now))


def exemptions_of(outing: Outing) -> tuple[Exemption, ...]:
    """What a committee let through of its rules. One query."""
    return tuple(standing(KIND, [outing.pk]))


def how_many(activity: Activity) -> int:
    """Which outing of its unit and year this would be, those called off not counted. One query."""
    others = Activity.objects.filter(unit=activity.unit_id, year=activity.year, category__code=OUTING)
    return 1 + others.exclude(pk=activity.pk).exclude(state__in=GONE).count()


def facts_of(outing: Outing, shares: list[Share], count: int) -> dict[str, Any]:
    """The facts that rules ask for; sums are what union funds give for one head and day."""
    funds = sum(share.fen for share in shares if share.payer in FUNDS)
    facts: dict[str, Any] = {
        "nights": outing.nights, "heads": outing.headcount, "count": count, "place": f"{outing.destination} {outing.route}",
        "documents": {EMERGENCY_PLAN} if outing.plan.strip() else set(), "payer": {share.payer for share in shares if share.fen},
    }  # fmt: skip
    if outing.region:
        facts["region"] = outing.region
    if shares:
        facts["fen_per_head"] = Fraction(funds, outing.nights + 1)
    return facts
