"""Open the check-in of a slot and print the members' codes: python -m benchmarks.support.rush_codes SLOT COUNT."""

from __future__ import annotations

import json
import sys
from urllib.parse import urlencode


def main() -> None:
    """The form each scan sends."""
    import django

    django.setup()
    from tongxin.attendance import actions
    from tongxin.attendance.queries.secret import secret_of
    from tongxin.attendance.rules.codes import pass_code
    from tongxin.core import clock
    from tongxin.org.actor import shell_actor
    from tongxin.places.models import Place
    from tongxin.signups.models import Slot

    now = clock.now()
    slot = Slot.objects.select_related("activity").get(pk=int(sys.argv[1]))
    type(slot.activity).objects.filter(pk=slot.activity_id).update(starts_on=clock.today(now))
    actions.open_check_in(actor=shell_actor("rush"), now=now, slot=slot)
    people = Place.objects.filter(pool=slot.pool, state="held").values_list("person", flat=True)[: int(sys.argv[2])]
    secret = secret_of(slot.pk)
    fields = [
        urlencode({"key": str(person), "code": pass_code(secret, slot.pk, person), "at": now.isoformat()})
        for person in people
    ]
    print(json.dumps({"path": f"/activities/{slot.activity_id}/check-in/{slot.pk}/scans/", "fields": fields}))


if __name__ == "__main__":
    main()
