"""A round of the world that is being handed out: a point with time slots, somebody who has it and complains of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.cast import NOW
from tongxin.collecting import actions
from tongxin.collecting.tests.making import line, make_point, make_round, make_windows


def fill_collecting(world: Any, now: datetime = NOW) -> None:
    """Everybody of the union gets something; the branch's chair has got it."""
    cast = world.cast
    own = [name for name in cast.people if name != "outsider"]
    round = make_round(cast, *own, title="在发的福利", packs="AB")
    point = make_point(cast, round, now=now)
    window = make_windows(cast, point, now=now)[0]
    held = line(round, cast.people["branch"])
    receipt, _again = actions.hand_over(actor=cast.actor("office"), now=now, entitled=held)
    complaint = actions.complain(
        actor=cast.actor("branch", in_office=False), now=now, round=round, kind="damaged", words="瓶子破了"
    )
    world.things |= {
        "handed round": round.pk, "handed line": line(round, cast.people["member"]).pk, "point": point.pk, "window": window.pk,
        "receipt": receipt.pk, "complaint": complaint.pk,
    }  # fmt: skip
