"""Puts the actor on each request, and ends office mode when it has rested too long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from tongxin.core import clock
from tongxin.org.actions.leave_office import leave_office
from tongxin.org.actor import NOBODY, Actor
from tongxin.org.office import end, office_until, prolong
from tongxin.org.queries.actor import actor_of


class ActorMiddleware:
    """`request.actor`, made on first use, so that static answers cost no query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: find_actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def find_actor(request: HttpRequest) -> Actor:
    """The actor of a request; nobody where nobody signed in."""
    user: Any = request.user
    if not user.is_authenticated:
        return NOBODY
    now = clock.now()
    until = office_until(request.session)
    office = until is not None and now < until
    actor = actor_of(user, today=clock.today(now), office=office)
    if office:
        prolong(request.session, now, settings.OFFICE_MINUTES)
    elif until is not None:
        end(request.session)
        leave_office(actor=actor, now=now, timed_out=True)
    return actor
