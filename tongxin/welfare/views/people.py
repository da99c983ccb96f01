"""The list of who is entitled: look, draw up, add, strike; settle what the partner unit remarked."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.org.access import people_known, signed_in
from tongxin.org.queries.units import union_of
from tongxin.org.rules.rights import WELFARE_RUN
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import posted
from tongxin.welfare import actions
from tongxin.welfare.access import get_round, get_round_to_run, may_run, require_reader
from tongxin.welfare.forms.people import AddForm, KeepForm, MissingForm
from tongxin.welfare.forms.rounds import DrawingForm
from tongxin.welfare.models import Entitled, Missing, Round
from tongxin.welfare.queries.differences import changed_since
from tongxin.welfare.queries.people import KINDS, filters_from, people_of
from tongxin.welfare.queries.remarks import remarks_of
from tongxin.welfare.rules import life
from tongxin.welfare.views.acting import asked


@require_safe
@signed_in
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Whom the reader may see of it, by unit; what has changed since it was drawn up."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    found = get_round(actor, pk)
    require_reader(actor)
    runs = may_run(actor, found)
    context = {
        "round": found, "people": people_of(actor, found, filters_from(request.GET), request.GET.get("page", "1")), "runs": runs,
        "changed": changed_since(found, clock.today(now)) if runs and found.state not in (life.CLOSED, life.CANCELLED) else None,
        "kinds": tuple(KINDS), "may_draw": runs and life.may("draw_up", found.state), "may_add": runs and life.may("add", found.state),
        "remarks": remarks_of(found) if runs else None,
    }  # fmt: skip
    return render(request, "welfare/people.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def drawing(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of a day."""
    found = get_round_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = DrawingForm(posted(request), initial={"as_of": found.as_of or clock.today(clock.now())})
    again = _("重新生成会换成那一天的人；手工加的、去掉的和核对意见都留着。")
    sentence = again if found.drawn_up_at else _("从花名册里取那一天在册的人，以后还能一个一个加减。")
    words = (_("生成名单"), sentence, _("名单生成了。"))
    return asked(request, found, "draw_up", form, actions.draw_up, words=words, back="welfare:people")


@require_http_methods(["GET", "POST"])
@signed_in
def addition(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody more, with the reason."""
    found = get_round_to_run(request.actor, pk)  # type: ignore[attr-defined]
    words = (_("加人"), _("不在规则里、但该有的人。"), _("加进来了。"))
    form = AddForm(posted(request), union_id=union_of(found.unit).pk, known=_known(request))
    return asked(request, found, "add", form, actions.add_people, words=words, back="welfare:people")


@require_http_methods(["GET", "POST"])
@signed_in
def striking(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Somebody less, with the reason."""
    found, line = _row(request, pk, row)

    def act(*, actor: Any, now: Any, round: Round, reason: str) -> None:
        actions.strike(actor=actor, now=now, round=round, people=[line.person_id], reason=reason)

    sentence = _("%(name)s会从名单里去掉，写明原因；以后可以再加回来。") % {"name": line.person.name}
    words = (_("从名单去掉"), sentence, _("去掉了。"))
    return asked(
        request, found, "strike", ReasonForm(posted(request)), act, words=words, tone="bad", back="welfare:people"
    )


@require_safe
@signed_in
def remarks(request: HttpRequest, pk: int) -> HttpResponse:
    """What waits to be settled, and what was."""
    found = get_round_to_run(request.actor, pk)  # type: ignore[attr-defined]
    context = {"round": found, "remarks": remarks_of(found), "may_settle": life.may("settle", found.state)}
    return render(request, "welfare/remarks.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def remark(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Strike the person, or keep the person with a word why."""
    found, line = _row(request, pk, row)

    def do(given: dict[str, Any]) -> str:
        actions.settle_remark(actor=request.actor, now=clock.now(), round=found, row=line, **given)  # type: ignore[attr-defined]
        return _("处理好了。")

    sentence = _("人事说%(name)s：%(remark)s") % {"name": line.person.name, "remark": line.remark}
    return _settled(request, found, KeepForm(posted(request)), sentence, do)


@require_http_methods(["GET", "POST"])
@signed_in
def missing(request: HttpRequest, pk: int, missing: int) -> HttpResponse:
    """Add whoever was missed, or say why not."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_round_to_run(actor, pk)
    line = Missing.objects.filter(round=found, pk=missing).first()
    if line is None:
        raise Http404

    def do(given: dict[str, Any]) -> str:
        actions.settle_missing(actor=actor, now=clock.now(), round=found, missing=line, **given)
        return _("处理好了。")

    initial = {"person": line.name}
    form = MissingForm(posted(request), union_id=union_of(found.unit).pk, known=_known(request), initial=initial)
    sentence = _("说漏了：%(name)s %(about)s") % {"name": line.name, "about": line.about}
    return _settled(request, found, form, sentence, do)


def _settled(request: HttpRequest, round: Round, form: Any, sentence: str, do: Any) -> HttpResponse:
    url = reverse("welfare:remarks", args=[round.pk])
    asking = Asking(_("处理核对意见"), _("处理这一条"), url, sentence)
    return ask(request, form, asking, do, "welfare/act.html", round=round)


def _row(request: HttpRequest, pk: int, row: int) -> tuple[Round, Entitled]:
    found = get_round_to_run(request.actor, pk)  # type: ignore[attr-defined]
    line = Entitled.objects.filter(round=found, pk=row).select_related("person").first()
    if line is None:
        raise Http404
    return found, line


def _known(request: HttpRequest) -> Q:
    return people_known(request.actor, WELFARE_RUN)  # type: ignore[attr-defined]
