"""A union with members who are signed in, and activities to rush for. Prints what the crowd needs as JSON.

    python -m benchmarks.support.rush_data MEMBERS SLOT:CAPACITY…

Slots: `plain` (no waiting list), `waiting`, `full` (nothing left, no waiting list); `packs:STOCK,STOCK` is a welfare round to which
everybody is entitled, with a pack of each stock.
"""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from typing import Any


def main() -> None:
    """Fill an empty database."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.db import transaction

    with transaction.atomic():
        members = int(sys.argv[1])
        union = _union(members)
        sessions = _sessions()
        slots = [_wanted(union, *word.split(":")) for word in sys.argv[2:]]
        officer = _officer(union)
    print(json.dumps({"sessions": sessions, "slots": slots, "officer": officer}))


def _union(members: int) -> Any:
    from benchmarks.support.large import build

    return build(members, 10)


def _sessions() -> list[str]:
    from tongxin.accounts.models import User
    from tongxin.org.models import Person

    people = list(Person.objects.order_by("pk"))
    users = User.objects.bulk_create(
        User(username=f"{person.staff_no}@big", name=person.name, password="!") for person in people
    )
    for person, user in zip(people, users, strict=True):
        person.user = user
    Person.objects.bulk_update(people, ["user"], batch_size=500)
    return [session(user) for user in users]


def session(user: Any, **more: Any) -> str:
    """A session of that user, signed in; its key."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from tongxin.accounts.middleware import VERIFIED

    store = SessionStore()
    store.update({
        SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: "tongxin.accounts.backends.StaffNumberBackend",
        HASH_SESSION_KEY: user.get_session_auth_hash(), VERIFIED: True, **more,
    })  # fmt: skip
    store.create()
    return str(store.session_key)


def _wanted(union: Any, kind: str, capacity: str) -> dict[str, Any]:
    return _round(union, capacity) if kind == "packs" else _slot(union, kind, capacity)


def _round(union: Any, stocks: str) -> dict[str, Any]:
    """Written as rows: telling all of them of each round is not what is measured here."""
    from tongxin.core import clock
    from tongxin.org.actor import shell_actor
    from tongxin.org.models import Placement
    from tongxin.places.actions import open_pool
    from tongxin.welfare.models import Entitled, Pack, Round

    now = clock.now()
    round = Round.objects.create(
        unit=union, title="中秋福利", year=now.year, gives_on=clock.today(now), state="choosing", who="staff", opened_at=now,
        choose_from=now, choose_until=now + timedelta(days=3),
    )  # fmt: skip
    placed = Placement.objects.order_by("person").values_list("person", "unit")
    Entitled.objects.bulk_create(
        (Entitled(round=round, person_id=person, unit_id=unit) for person, unit in placed), 2000
    )
    packs = []
    for number, stock in enumerate(stocks.split(",")):
        pool = open_pool(
            actor=shell_actor("rush"), now=now, unit=union, label=f"礼包{number}", capacity=int(stock), waiting=False, who="staff",
            bundle=round.packs_bundle, says={},
        )  # fmt: skip
        pack = Pack.objects.create(
            round=round, letter="ABCDE"[number], name="礼包", pool=pool, is_default=number == 0, order=number
        )
        packs.append(pack.pk)
    return {"round": round.pk, "packs": packs}


def _slot(union: Any, kind: str, capacity: str) -> dict[str, Any]:
    from tongxin.activities import actions as activities
    from tongxin.activities.models import Category
    from tongxin.core import clock
    from tongxin.org.actor import shell_actor
    from tongxin.signups import actions

    actor, now = shell_actor("rush"), clock.now()
    day = clock.today(now) + timedelta(days=30)
    activity = activities.add_activity(
        actor=actor,
        now=now,
        unit=union,
        year=day.year,
        title=f"登高{kind}",
        category=Category.objects.all()[0],
        planned_on=day,
    )
    slot = actions.offer(actor=actor, now=now, activity=activity, capacity=int(capacity), waiting=kind == "waiting")
    # Published as a row: telling all members of each of them is not what is measured here.
    type(activity).objects.filter(pk=activity.pk).update(state="published", published_at=now)
    return {"activity": activity.pk, "slot": slot.pk, "pool": slot.pool_id or 0}


def _officer(union: Any) -> str:
    from tongxin.core import clock
    from tongxin.org.models import Person, Post

    person = Person.objects.order_by("pk").first()
    assert person
    Post.objects.create(person=person, unit=union, kind=Post.Kind.OFFICE, since=date(2019, 1, 1))
    until = clock.now() + timedelta(hours=2)
    return session(person.user, office_until=until.isoformat())


if __name__ == "__main__":
    main()
