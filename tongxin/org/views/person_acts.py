"""Enrolling, changing, moving, leaving, coming back, inviting."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.core import clock
from tongxin.org import actions
from tongxin.org.access import get_person, get_unit, require_somewhere, signed_in
from tongxin.org.forms.person import DetailsForm, EnrolForm, LeaveForm, PersonFields, PlaceForm, StandingForm
from tongxin.org.models import Standing
from tongxin.org.queries.choices import unit_choices
from tongxin.org.queries.people import standing_now
from tongxin.org.rules.rights import PEOPLE_CHANGE
from tongxin.org.rules.standing import may_come_next
from tongxin.org.rules.units import TAKES_PEOPLE
from tongxin.org.views.units import number
from tongxin.ui.asking import Asking, ask
from tongxin.ui.words import fullday


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Take somebody onto the roster; `?unit=` is chosen beforehand."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, PEOPLE_CHANGE)
    now = clock.now()
    start = {"unit": number(request, "unit"), "since": clock.today(now), "standing": "in_standing"}
    form = EnrolForm(request.POST or None, initial=start, units=unit_choices(actor, PEOPLE_CHANGE, TAKES_PEOPLE))

    def do(given: dict[str, Any]) -> tuple[str, str]:
        unit = get_unit(actor, given.pop("unit"), right=PEOPLE_CHANGE)
        person = actions.enrol(actor=actor, now=now, unit=unit, **given)
        return _("%(name)s已入册。") % {"name": person.name}, reverse("org:person", args=[person.pk])

    return ask(request, form, Asking(_("新人入册"), _("入册"), reverse("org:people")), do)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of a person."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    person = get_person(actor, pk, right=PEOPLE_CHANGE)
    form = DetailsForm(request.POST or None, initial={name: getattr(person, name) for name in PersonFields.base_fields})
    back = reverse("org:person", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.change_person(actor=actor, now=clock.now(), person=person, **given)
        return _("改好了。"), back

    return ask(request, form, Asking(_("改%(name)s的资料") % {"name": person.name}, _("保存资料"), back), do)


@signed_in
@require_http_methods(["GET", "POST"])
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the membership."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    person = get_person(actor, pk, right=PEOPLE_CHANGE)
    held, now = standing_now(person), clock.now()
    states = [(state, str(Standing.State(state).label)) for state in may_come_next(held.state if held else None)]
    start = {"since": clock.today(now), "state": request.GET.get("state") or states[0][0]}
    form = StandingForm(request.POST or None, initial=start, states=states)
    back = reverse("org:person", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        changed = actions.change_standing(actor=actor, now=now, person=person, **given)
        words = _("%(name)s的会籍改为%(state)s，从%(day)s起。")
        facts = {"name": person.name, "state": changed.get_state_display(), "day": fullday(changed.since)}
        return words % facts, back

    words = _("现在：%(state)s") % {"state": held.get_state_display() if held else _("不是会员")}
    return ask(request, form, Asking(_("改%(name)s的会籍") % {"name": person.name}, _("改会籍"), back, words), do)


@signed_in
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move to another unit."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    person = get_person(actor, pk, right=PEOPLE_CHANGE)
    now = clock.now()
    units = unit_choices(actor, PEOPLE_CHANGE, TAKES_PEOPLE)
    form = PlaceForm(request.POST or None, initial={"since": clock.today(now)}, units=units)
    back = reverse("org:person", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        to = get_unit(actor, given.pop("unit"), right=PEOPLE_CHANGE)
        actions.move_person(actor=actor, now=now, person=person, to=to, **given)
        return _("%(name)s已调到%(unit)s。") % {"name": person.name, "unit": to.called}, back

    return ask(request, form, Asking(_("调动%(name)s") % {"name": person.name}, _("调动"), back), do)


@signed_in
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave the employer."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    person = get_person(actor, pk, right=PEOPLE_CHANGE)
    now = clock.now()
    form = LeaveForm(request.POST or None, initial={"on": clock.today(now), "standing": "moved"})
    back = reverse("org:person", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.leave_employment(actor=actor, now=now, person=person, **given)
        return _("%(name)s已离职，历史都留着。") % {"name": person.name}, back

    words = _("编入的单位、职务和登录从这一天起结束；参加过的活动都留着。")
    return ask(request, form, Asking(_("%(name)s离职") % {"name": person.name}, _("登记离职"), back, words, "bad"), do)


@signed_in
@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """Come back after leaving."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    person = get_person(actor, pk, right=PEOPLE_CHANGE)
    now = clock.now()
    units = unit_choices(actor, PEOPLE_CHANGE, TAKES_PEOPLE)
    form = PlaceForm(request.POST or None, initial={"since": clock.today(now)}, units=units)
    url = reverse("org:person", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        unit = get_unit(actor, given.pop("unit"), right=PEOPLE_CHANGE)
        actions.take_back(actor=actor, now=now, person=person, unit=unit, **given)
        return _("%(name)s回来了。会籍要另办恢复。") % {"name": person.name}, url

    return ask(request, form, Asking(_("%(name)s回来") % {"name": person.name}, _("登记回来"), url), do)


@never_cache
@signed_in
@require_POST
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a link for the first sign-in and show it, once."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    person = get_person(actor, pk, right=PEOPLE_CHANGE)
    link = actions.invite(actor=actor, now=clock.now(), person=person)
    return render(request, "org/invitation.html", {"person": person, "link": request.build_absolute_uri(link)})
