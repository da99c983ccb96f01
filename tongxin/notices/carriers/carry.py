"""One parcel to whom it is for."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.utils import translation

from tongxin.notices.carriers import mail
from tongxin.notices.carriers.outcome import KEPT, Outcome
from tongxin.notices.models import Parcel

Carrier = Callable[[Parcel], Outcome]


def carry(parcel: Parcel) -> Outcome:
    """Mail to a person, a line to a robot's group, in the installation's language, whoever started the worker.

    Nothing leaves the demonstration, nor by mail where no server is named.
    """
    open_ = settings.ROBOTS_REACH_OUT if parcel.robot_id else bool(settings.MAIL)
    if settings.DEMO or not open_:
        return KEPT
    with translation.override(settings.LANGUAGE_CODE):
        if not parcel.robot_id:
            return mail.send(parcel)
        # The library takes a fifth of a second to load: only who sends to robots waits for it.
        from tongxin.notices.carriers import robot

        return robot.say(parcel)
