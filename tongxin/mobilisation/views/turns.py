"""The turns of a call: each asks once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_call_to_run
from tongxin.mobilisation.forms.calls import NothingForm, ThanksForm
from tongxin.mobilisation.views.asking import asked
from tongxin.org.access import signed_in
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """Members see it and are told."""
    words = {"heading": _("发布招募"), "button": _("发布"), "said": _("发布了，能来的人都收到了通知。")}
    sentence = _("能来的人会收到通知，点两下就报上；满了自动候补。")
    return _turn(request, pk, NothingForm(posted(request)), actions.publish_call, sentence=sentence, **words)


@require_http_methods(["GET", "POST"])
@signed_in
def closing(request: HttpRequest, pk: int) -> HttpResponse:
    """No more signing up."""
    words = {"heading": _("停止报名"), "button": _("停止"), "said": _("停止报名了，报上的照常来。")}
    sentence = _("报上的照常来，开始前还可以退；以后还能再打开。")
    return _turn(request, pk, NothingForm(posted(request)), actions.close_call, sentence=sentence, **words)


@require_http_methods(["GET", "POST"])
@signed_in
def reopening(request: HttpRequest, pk: int) -> HttpResponse:
    """Signing up again."""
    words = {"heading": _("重新招募"), "button": _("打开报名"), "said": _("又可以报了。")}
    return _turn(request, pk, NothingForm(posted(request)), actions.reopen_call, **words)


@require_http_methods(["GET", "POST"])
@signed_in
def ending(request: HttpRequest, pk: int) -> HttpResponse:
    """Over."""
    words = {"heading": _("结束招募"), "button": _("结束"), "said": _("结束了，记的时长都还在，记错了还能更正。")}
    return _turn(request, pk, NothingForm(posted(request)), actions.end_call, **words)


@require_http_methods(["GET", "POST"])
@signed_in
def thanks(request: HttpRequest, pk: int) -> HttpResponse:
    """A word to all who came."""
    known = {"words": _("谢谢你在这段日子里站了出来，辛苦了。")}
    words = {
        "heading": _("感谢志愿者"),
        "button": _("发出感谢"),
        "said": _("感谢发出去了，名单和时长在这一页，全工会看得到。"),
    }
    sentence = _("每个来过的人收到一条，只发一次；名字和时长会在这一页列出来。")
    return _turn(request, pk, ThanksForm(posted(request), initial=known), actions.thank, sentence=sentence, **words)


def _turn(request: HttpRequest, pk: int, form: Form, act: Callable[..., Any], **words: str) -> HttpResponse:
    call = get_call_to_run(request.actor, pk)  # type: ignore[attr-defined]
    back = reverse("mobilisation:call", args=[pk])
    return asked(request, form, act, back=back, title=call.title, call=call, **words)  # type: ignore[arg-type]
