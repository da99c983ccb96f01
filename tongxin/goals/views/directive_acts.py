"""What is done to tasks from above: put down, change, gather evidence, keep papers, close, open again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.files.models import Attachment
from tongxin.goals import actions
from tongxin.goals.access import CHANGE, get_directive, get_unit, wanted_year
from tongxin.goals.forms.directives import ClosingForm, DirectiveForm, EvidenceForm, PaperForm, ReopenForm
from tongxin.goals.models import Directive
from tongxin.goals.queries.directives import THING
from tongxin.goals.queries.evidence import to_show
from tongxin.goals.views.acting import Asking, ask
from tongxin.org.access import signed_in
from tongxin.org.models import Unit
from tongxin.plan.queries.choices import possible_owners, responsible_units
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Put one down."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), right=CHANGE)
    year = wanted_year(request.GET.get("year"), clock.today(clock.now()))
    form = DirectiveForm(posted(request), **_offered(actor, unit))

    def do(given: dict[str, Any]) -> str:
        made = actions.add_directive(actor=actor, now=clock.now(), unit=unit, year=year, **given)
        return _("记下了：%(title)s。") % {"title": made.title}

    back = f"{reverse('goals:directives')}?year={year}&unit={unit.pk}"
    asking = Asking(_("记一条%(year)s年的上级部署") % {"year": year}, _("记下部署"), back)
    return ask(request, form, asking, do, template="goals/directive_form.html", unit=unit)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what was put down."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    directive = get_directive(actor, pk, change=True)
    names = ("title", "given_by", "document", "given_on", "due_on", "owner_unit", "owner", "text")
    initial = {name: getattr(directive, name) for name in names}
    form = DirectiveForm(posted(request), initial=initial, **_offered(actor, directive.unit))

    def do(given: dict[str, Any]) -> str:
        actions.edit_directive(actor=actor, now=clock.now(), directive=directive, **given)
        return _("改好了。")

    asking = Asking(_("改上级部署：%(title)s") % {"title": directive.title}, _("改好了"), _one(directive))
    return ask(request, form, asking, do, template="goals/directive_form.html", unit=directive.unit)


@signed_in
@require_http_methods(["GET", "POST"])
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick what shows that it was done."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    directive = get_directive(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        things = {name: list(given[name]) for name in ("activities", "work", "goals")}
        actions.set_evidence(actor=actor, now=clock.now(), directive=directive, **things)
        return _("落实情况记下了。")

    asking = Asking(_("“%(title)s”靠哪些事落实") % {"title": directive.title}, _("记下勾选的"), _one(directive))
    more = {"offered": to_show(actor, directive), "directive": directive}
    return ask(request, EvidenceForm(posted(request)), asking, do, template="goals/evidence.html", **more)


@signed_in
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close it with a note."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    directive = get_directive(actor, pk, change=True)
    form = ClosingForm(posted(request), initial={"closing": directive.closing})

    def do(given: dict[str, Any]) -> str:
        actions.close_directive(actor=actor, now=clock.now(), directive=directive, **given)
        return _("结案了。")

    sentence = _("写清做了什么、结果怎样；落实的活动和材料已经在这一条下面。")
    asking = Asking(_("结案：%(title)s") % {"title": directive.title}, _("写好，结案"), _one(directive), sentence)
    return ask(request, form, asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """It was not done after all."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    directive = get_directive(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.reopen_directive(actor=actor, now=clock.now(), directive=directive, **given)
        return _("重新打开了，原来的结案说明还留着。")

    asking = Asking(_("重新打开：%(title)s") % {"title": directive.title}, _("重新打开"), _one(directive))
    return ask(request, ReopenForm(posted(request)), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a paper with it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    directive = get_directive(actor, pk, change=True)
    form = PaperForm(request.POST, request.FILES) if request.method == "POST" else PaperForm()

    def do(given: dict[str, Any]) -> str:
        actions.keep_paper(actor=actor, now=clock.now(), directive=directive, **given)
        return _("材料传好了。")

    asking = Asking(_("给“%(title)s”传材料") % {"title": directive.title}, _("上传材料"), _one(directive))
    return ask(request, form, asking, do, template="ui/upload.html")


@signed_in
@require_http_methods(["GET", "POST"])
def remove_paper(request: HttpRequest, pk: int, file: UUID) -> HttpResponse:
    """Take a paper away again."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    directive = get_directive(actor, pk, change=True)
    attachment = get_object_or_404(Attachment, pk=file, thing_type=THING, thing_id=pk)

    def do(given: dict[str, Any]) -> str:
        actions.discard_paper(actor=actor, now=clock.now(), directive=directive, attachment=attachment)
        return _("材料删掉了。")

    asking = Asking(_("删掉材料"), _("删掉材料"), _one(directive), attachment.name, "bad")
    return ask(request, Form(posted(request)), asking, do)


def _offered(actor: Any, unit: Unit) -> dict[str, Any]:
    return {"owners": possible_owners(actor, unit), "units": responsible_units(unit)}


def _one(directive: Directive) -> str:
    return reverse("goals:directive", args=[directive.pk])
