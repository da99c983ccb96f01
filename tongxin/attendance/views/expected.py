"""Who should come to an official meeting."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.attendance import actions
from tongxin.attendance.access import get_expected, get_slot_to_run
from tongxin.attendance.actions.door import get_facts
from tongxin.attendance.forms.door import ExcuseForm, PeopleForm, PersonForm
from tongxin.attendance.queries.expecting import WHO, expected_at, people_meant
from tongxin.attendance.views.acting import ask, at_door
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import get_unit, signed_in
from tongxin.org.queries.choices import find_person, unit_choices
from tongxin.org.rules.rights import PEOPLE_READ
from tongxin.signups.models import Slot
from tongxin.ui.forms import Form
from tongxin.ui.posting import refuse


@require_http_methods(["GET", "POST"])
@signed_in
def expected(request: HttpRequest, pk: int, slot: int) -> HttpResponse:
    """The list, filled by groups of people and corrected one by one."""
    actor = request.actor  # type: ignore[attr-defined]
    held = get_slot_to_run(actor, pk, slot)
    single = request.method == "POST" and "person" in request.POST
    groups = _groups(request, held, bound=request.method == "POST" and not single)
    one = PersonForm(request.POST if single else None)
    form: Form = one if single else groups
    if request.method == "POST" and form.is_valid():
        try:
            people = [find_person(actor, form.cleaned_data["person"]).pk] if single else _meant(request, groups)
            number = actions.expect_people(actor=actor, now=clock.now(), slot=held, people=people)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            words = ngettext("名单里加了%(n)s人。", "名单里加了%(n)s人。", number) % {"n": number}
            messages.success(request, words)
            return redirect(at_door(held, "expected"))
    context = {
        "activity": held.activity, "slot": held, "groups": groups, "one": one, "people": expected_at(held),
        "source": get_facts(held.pk).source.value,
    }  # fmt: skip
    return render(request, "attendance/expected.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def excuse(request: HttpRequest, pk: int, slot: int, line: int) -> HttpResponse:
    """Leave, or no leave after all."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_expected(actor, pk, slot, line)
    form = ExcuseForm(request.POST if request.method == "POST" else None, initial={"words": found.excuse})
    return ask(
        request, found.slot, form,
        lambda words: actions.excuse(actor=actor, now=clock.now(), expected=found, words=words),
        title=_("%(name)s请假") % {"name": found.person.name}, act=_("记下请假"), said=_("记下了。"),
        back=at_door(found.slot, "expected"), sentence=_("请假的不算应到。"),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def unexpected(request: HttpRequest, pk: int, slot: int, line: int) -> HttpResponse:
    """Takes somebody off the list."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_expected(actor, pk, slot, line)
    form = Form(request.POST if request.method == "POST" else None)
    return ask(
        request, found.slot, form, lambda: actions.stop_expecting(actor=actor, now=clock.now(), expected=found),
        title=_("从名单里去掉%(name)s") % {"name": found.person.name}, act=_("去掉这个人"), said=_("去掉了。"),
        back=at_door(found.slot, "expected"),
    )  # fmt: skip


def _groups(request: HttpRequest, held: Slot, *, bound: bool) -> PeopleForm:
    actor = request.actor  # type: ignore[attr-defined]
    units = unit_choices(actor, PEOPLE_READ)
    initial = {"unit": held.activity.unit_id, "who": "committee"}
    return PeopleForm(request.POST if bound else None, who=WHO.items(), units=units, initial=initial)


def _meant(request: HttpRequest, form: PeopleForm) -> list[int]:
    actor = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, int(form.cleaned_data["unit"]), right=PEOPLE_READ)
    return people_meant(unit, form.cleaned_data["who"], clock.today(clock.now()))
