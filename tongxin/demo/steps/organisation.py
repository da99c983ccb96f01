"""The union, its units, and who holds which post."""

from __future__ import annotations

from datetime import date

from tongxin.accounts.models import User
from tongxin.demo import PASSWORD
from tongxin.demo.facts.accounts import ACCOUNTS
from tongxin.demo.facts.units import UNION_CODE, UNION_NAME, UNITS
from tongxin.demo.when import moment
from tongxin.org.actions import appoint as give_post
from tongxin.org.actions import enrol, found_unit, invite, set_term
from tongxin.org.actor import shell_actor
from tongxin.org.models import Person, Unit

FOUNDED = date(2016, 9, 1)
TERM = (date(2018, 9, 1), date(2023, 9, 1))

Units = dict[str, Unit]


def found() -> Units:
    """Found the union and all its units, in their order."""
    actor, now = shell_actor("demo"), moment(2019, 9, 2)
    union = found_unit(
        actor=actor,
        now=now,
        parent=None,
        kind="union",
        code=UNION_CODE,
        name=UNION_NAME,
        short_name="校工会",
        founded_on=FOUNDED,
    )
    units = {UNION_CODE: union}
    for order, unit in enumerate(UNITS, start=1):
        units[unit.code] = found_unit(
            actor=actor, now=now, parent=units[unit.above], kind=unit.kind, code=unit.code, name=unit.name,
            short_name=unit.short, founded_on=FOUNDED, order=order,
        )  # fmt: skip
    return units


def appoint(units: Units) -> None:
    """Enrol the demonstration accounts and give them their posts; chairs for the other branches from the roster."""
    actor, now = shell_actor("demo"), moment(2019, 9, 3)
    term = set_term(actor=actor, now=now, unit=units[UNION_CODE], name="第二届", starts_on=TERM[0], ends_on=TERM[1])
    for account in ACCOUNTS:
        person = enrol(
            actor=actor, now=now, unit=units[account.unit], staff_no=account.staff_no, name=account.name, sex=account.sex,
            born_on=date(1982, 5, 20), hired_on=date(2012, 9, 1), phone="19000000000",
        )  # fmt: skip
        _let_in(person)
        if account.post:
            give_post(
                actor=actor, now=now, person=person, unit=units[account.post_unit], kind=account.post, title=account.title,
                since=TERM[0], term=term if account.post_unit == UNION_CODE and account.post != "operator" else None,
            )  # fmt: skip
    for code, unit in units.items():
        chair = _chair_for(unit)
        if unit.kind == "branch" and code != "dianqi" and chair is not None:
            give_post(actor=actor, now=now, person=chair, unit=unit, kind="chair", title="主席", since=TERM[0])


def _let_in(person: Person) -> None:
    """The account's password is the demonstration's: the one thing no act can do, since people choose their own."""
    invite(actor=shell_actor("demo"), now=moment(2019, 9, 3), person=person)
    user = User.objects.get(person=person)
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])


def _chair_for(unit: Unit) -> Person | None:
    """Whoever has been longest in the unit or below it, among members in standing."""
    inside = Person.objects.filter(
        placements__unit__path__startswith=unit.path or "-", placements__until=None, posts=None
    )
    return inside.filter(standings__state="in_standing", standings__until=None).order_by("hired_on", "id").first()
