"""A round of two packs that is being handed out to everybody of a union, and officers who are signed in. Prints JSON.

python -m benchmarks.support.hand_out_data MEMBERS OFFICERS
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
        from benchmarks.support.large import build

        union = build(int(sys.argv[1]), 1)
        print(json.dumps(_round(union) | {"sessions": [_officer(union, each) for each in range(int(sys.argv[2]))]}))


def _round(union: Any) -> dict[str, Any]:
    from tongxin.collecting.queries.secret import secret_of
    from tongxin.collecting.rules.codes import pass_code
    from tongxin.core import clock
    from tongxin.org.models import Placement
    from tongxin.welfare.models import Entitled, Pack, Round

    now = clock.now()
    round = Round.objects.create(
        unit=union,
        title="中秋慰问",
        year=now.year,
        gives_on=clock.today(now),
        state="handing",
        opened_at=now - timedelta(days=1),
    )
    Pack.objects.create(round=round, letter="A", name="油", is_default=True)
    placed = Placement.objects.filter(until=None).order_by("person").values_list("person", "unit")
    Entitled.objects.bulk_create(Entitled(round=round, person_id=person, unit_id=unit) for person, unit in placed)
    secret = secret_of(round.pk)
    return {
        "round": round.pk, "path": f"/welfare/{round.pk}/door/scans/", "at": now.isoformat(),
        "codes": [pass_code(secret, round.pk, person) for person, _unit in placed],
    }  # fmt: skip


def _officer(union: Any, number: int) -> str:
    from benchmarks.support.rush_data import session
    from tongxin.accounts.models import User
    from tongxin.core import clock
    from tongxin.org.models import Person, Post

    person = Person.objects.order_by("pk")[number]
    person.user = User.objects.create(username=f"{person.staff_no}@big", name=person.name, password="!")
    person.save()
    Post.objects.create(person=person, unit=union, kind=Post.Kind.OFFICE, since=date(2019, 1, 1))
    return session(person.user, office_until=(clock.now() + timedelta(hours=2)).isoformat())


if __name__ == "__main__":
    main()
