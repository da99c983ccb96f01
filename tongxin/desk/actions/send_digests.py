"""The weekly letter, written into the outbox."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.core import clock
from tongxin.core.database import lock
from tongxin.desk.queries.digest import Digest, digest
from tongxin.notices.models import Parcel, Round
from tongxin.org.models import Person

log = logging.getLogger("tongxin.digests")
FROM_HOUR: Final = 7
AT_ONCE: Final = 50


def send_digests(*, now: datetime) -> int:
    """On Mondays from seven: put the week's letters into the outbox; how many this time.

    Fifty people at a time, each step with its mark of how far it came in one transaction, so that a person gets one letter
    a week whatever happens. Nothing for who has nothing; nobody at all where no mail leaves. A machine that was off on
    Monday catches up on Tuesday.
    """
    local = clock.local(now)
    if not settings.MAIL or settings.DEMO or local.weekday() > 1 or (local.weekday() == 0 and local.hour < FROM_HOUR):
        return 0
    year, week, _day = local.isocalendar()
    written = 0
    with translation.override(settings.LANGUAGE_CODE):
        while (number := _step(f"{year}-W{week:02}", now)) is not None:
            written += number
    return written


@transaction.atomic
def _step(week: str, now: datetime) -> int | None:
    """The next fifty people; None where all have been looked at."""
    kept, _new = Round.objects.get_or_create(key=f"digest:{week}")
    reached = lock(Round.objects.filter(pk=kept.pk)).get()
    if reached.finished_at is not None:
        return None
    people = list(_people().filter(pk__gt=reached.reached).order_by("pk")[:AT_ONCE])
    letters = [(person, letter) for person in people if (letter := _letter(person, now))]
    Parcel.objects.bulk_create(
        [
            Parcel(
                person=person,
                key=f"digest:{week}:p{person.pk}",
                subject=_subject(letter),
                body=body(letter),
                due_at=now,
            )
            for person, letter in letters
        ],
        ignore_conflicts=True,
    )
    reached.reached = people[-1].pk if people else reached.reached
    reached.finished_at = None if people else now
    reached.save()
    return len(letters)


def _letter(person: Person, now: datetime) -> Digest | None:
    """The person's letter where there is something to say; a fault in one must not keep all others waiting."""
    try:
        with transaction.atomic():
            letter = digest(person, now)
    except Exception:
        log.exception("the letter to person %s", person.pk)
        return None
    return None if letter.is_empty else letter


def _people() -> QuerySet[Person]:
    wanted = Q(preference=None) | Q(preference__digest=True)
    return Person.objects.filter(wanted, left_on=None, user__is_active=True).exclude(email="").select_related("user")


def _subject(letter: Digest) -> str:
    number = len(letter.todos)
    if not number:
        return _("这一周的工会")
    return ngettext("这一周的工会：%(n)d件事等你", "这一周的工会：%(n)d件事等你", number) % {"n": number}


def body(letter: Digest) -> str:
    """The words of the letter, addresses absolute."""
    context = {"letter": letter, "base": settings.ADDRESS, "home": settings.ADDRESS + reverse("desk:home")}
    return render_to_string("desk/digest.txt", context).strip() + "\n"
