"""The applications of the year's outings: filled in, handed in, approved by the chair, closed with what they cost."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from tongxin.activities.models import Activity
from tongxin.demo.facts.outings import COACHES, INSURER, MADE, NOWHERE, PLAN, SENT_BACK, Made
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.year import OutingFact, day
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import Act, Diary, at, moment, officer
from tongxin.org.actor import Actor
from tongxin.org.models import Post
from tongxin.outings import actions
from tongxin.outings.models import Outing
from tongxin.rulebook import actions as rulebook

SEATS = 45
LATE = day(11, 3)


def rules(units: Units) -> None:
    """Say where the union stands; its committee limits outings to one a year, which the chair confirms."""
    union, now = units[UNION_CODE], moment(2020, 1, 6, 10)
    rulebook.set_region(actor=officer("chair", now), now=now, unit=union, region="CN-34-02")
    rule = rulebook.propose_rule(
        actor=officer("office", now), now=now, unit=union, title="各分工会一年一次团建", occasion="outing", metric="count_per_year",
        value="1", effective_from=day(1, 1), severity="block", document="校工会委员会2020年第1次会议纪要",
    )  # fmt: skip
    rulebook.confirm_rule(actor=officer("chair", now), now=now, rule=rule, unit=union, words="会上定的，看过纪要。")


def diary(fact: OutingFact, activity: Activity) -> Diary:
    """The acts on one outing's application, each at its moment; one that was not held never got through."""
    begins = max(fact.planned + timedelta(days=1), fact.held - timedelta(days=14)) if fact.held else LATE
    yield at(begins, 9, 20), _start(fact, activity)
    yield at(begins, 9, 40), _fill(fact, activity)
    if fact.held is None and fact.unit == "dashuju":
        return
    yield at(begins, 10), lambda actor, now: actions.apply(actor=_runner(activity, now), now=now, outing=_of(activity))
    if fact.held is None:
        yield at(begins, 16), _send_back(activity)
        return
    yield at(begins, 16), lambda actor, now: actions.approve(actor=officer("chair", now), now=now, outing=_of(activity))
    yield at(fact.held + timedelta(days=2), 10), _close(fact, activity)


def _start(fact: OutingFact, activity: Activity) -> Act:
    def act(actor: Actor, now: datetime) -> object:
        return actions.start(
            actor=_runner(activity, now),
            now=now,
            unit=activity.unit,
            year=activity.year,
            destination=fact.place or NOWHERE,
        )

    return act


def _fill(fact: OutingFact, activity: Activity) -> Act:
    def act(actor: Actor, now: datetime) -> object:
        return actions.edit(
            actor=_runner(activity, now), now=now, outing=_of(activity), **_said(fact, activity, now.date())
        )

    return act


def _said(fact: OutingFact, activity: Activity, today: date) -> dict[str, Any]:
    made, heads = MADE[fact.place], fact.persons or 24
    chairs = Post.objects.filter(kind="chair", until=None).select_related("person")
    # With a handful of staff a branch may have nobody: then the union's own chair answers for it.
    leader = chairs.filter(unit=activity.unit).first() or chairs.get(unit=activity.unit.parent)
    shares = {"union": made.union, "self": made.oneself} if made.oneself else {"union": made.union}
    return {
        "region": made.region, "route": "\n".join(made.stops), "nights": 0, "headcount": heads, "back_at": _back(made),
        "vehicle_kind": "coach", "vehicles": -(-heads // SEATS), "vehicle_company": COACHES, "insurer": INSURER, "insured": heads,
        "policy_no": f"PEAW{today:%Y%m}34020{activity.pk:04}", "safety_owner": leader.person,
        "safety_phone": "19000000000", "plan": PLAN, "shares": shares,
    }  # fmt: skip


def _back(made: Made) -> Any:
    """An hour and a half after the way back begins."""
    hour, minute = (int(part) for part in made.stops[-1].split(" ")[0].split(":"))
    return (datetime(2020, 1, 1, hour, minute) + timedelta(minutes=90)).time()  # noqa: DTZ001


def _send_back(activity: Activity) -> Act:
    return lambda actor, now: actions.send_back(
        actor=officer("chair", now), now=now, outing=_of(activity), words=SENT_BACK
    )


def _close(fact: OutingFact, activity: Activity) -> Act:
    spent = MADE[fact.place].cost * fact.persons
    return lambda actor, now: actions.close(
        actor=_runner(activity, now), now=now, outing=_of(activity), spent_fen=spent
    )


def _runner(activity: Activity, now: datetime) -> Actor:
    """The branch's own chair where there is a sign-in, else the office fills it in for them."""
    return officer("branch" if activity.unit.code == "dianqi" else "office", now)


def _of(activity: Activity) -> Outing:
    return Outing.objects.select_related("activity__unit").get(pk=activity.pk)
