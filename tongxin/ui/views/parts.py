"""The component page: every part once, with its states, in both rooms. Only on demonstrations and in development."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tongxin.ui.forms import Form, ReasonForm
from tongxin.ui.scenes import SCENES


class SampleForm(Form):
    """A form with one of each kind of field."""

    title = forms.CharField(label="活动名称", max_length=60)
    day = forms.DateField(label="哪天", help_text="寒暑假里的日子也能填")
    limit = forms.IntegerField(
        label="每场人数", max_value=100, error_messages={"max_value": "11月1日起室内不超过100人"}
    )
    kind = forms.ChoiceField(label="类别", choices=[("wen", "文化教育"), ("jie", "节日集体"), ("ti", "体育竞赛")])
    shape = forms.ChoiceField(
        label="形式", choices=[("on", "现场"), ("off", "线上")], widget=forms.RadioSelect, required=False
    )
    words = forms.CharField(label="细说", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    paper = forms.FileField(label="附件", required=False)
    told = forms.BooleanField(label="发通知给报了名的人", required=False)
    nameless = forms.BooleanField(label="不写名字", help_text="谁写的，管系统的人也查不到", required=False)


@require_safe
def parts(request: HttpRequest) -> HttpResponse:
    """Every part once; `?room=home` shows the member's room."""
    if not (settings.DEBUG or getattr(settings, "DEMO", False)):
        raise Http404
    room = "home" if request.GET.get("room") == "home" else "desk"
    wrong = SampleForm({"title": "教职工羽毛球赛", "day": "", "limit": "160", "kind": "ti"})
    wrong.is_valid()
    context = {
        "room": room,
        "form": SampleForm(initial={"shape": "on", "nameless": True}),
        "wrong": wrong,
        "reason": ReasonForm(),
        "page": Paginator(range(1, 241), 20).get_page(request.GET.get("page", 3)),
        "day": date(2020, 10, 25),
        "moment": datetime(2020, 10, 20, 6, 32, tzinfo=UTC),
        "scenes": SCENES,
    }
    return render(request, f"ui/parts_{room}.html", context)
