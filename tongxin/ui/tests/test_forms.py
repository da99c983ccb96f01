"""Forms keep what was typed, say what is wrong at its place, and take refusals."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.utils.translation import override

from tongxin.core.refusals import Refused
from tongxin.ui.forms import Form


class Postpone(Form):
    until = forms.DateField(label="改到")
    reason = forms.CharField(label="为什么", help_text="会员看得到")
    words = forms.CharField(label="细说", required=False)
    told = forms.BooleanField(label="发通知", required=False)
    shape = forms.ChoiceField(label="形式", choices=[("a", "现场"), ("b", "线上")], widget=forms.RadioSelect)


def shown(source: str, form: forms.BaseForm) -> str:
    with override("zh-hans"):
        return Template(source).render(Context({"form": form}))


def bound(**data: str) -> Postpone:
    return Postpone({"until": "2020-10-25", "reason": "园方清场", "shape": "a", **data})


def test_a_day_is_asked_with_the_browsers_own_calendar() -> None:
    html = shown("{% field form.until %}", Postpone(initial={"until": date(2020, 10, 25)}))
    assert 'type="date"' in html
    assert 'value="2020-10-25"' in html
    assert 'class="box"' in html


def test_a_refusal_stands_at_its_field_and_the_value_stays() -> None:
    form = bound()
    assert form.is_valid()
    form.refuse(Refused("activity.same_day", "还是这一天，没有改。", field="until"))
    html = shown("{% form_errors form %}{% field form.until %}", form)
    assert "还是这一天，没有改。" in html
    assert "还差1处，没保存" in html
    assert 'value="2020-10-25"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_until_error"' in html
    assert 'id="id_until_error"' in html
    assert form.errors.as_data()["until"][0].code == "activity.same_day"


@pytest.mark.parametrize("field", [None, "nowhere"])
def test_a_refusal_without_a_field_stands_above_the_form(field: str | None) -> None:
    form = bound()
    form.refuse(Refused("activity.already_held", "已经办过了。", field=field))
    html = shown("{% form_errors form %}", form)
    assert "已经办过了。" in html
    assert "还差" not in html


def test_an_empty_field_is_told_in_our_words_and_counted() -> None:
    form = bound(until="", reason="")
    with override("zh-hans"):
        html = shown("{% form_errors form %}{% field form.until %}{% field form.reason %}", form)
    assert "还差2处，没保存" in html
    assert html.count("还空着，填上就行") == 2
    assert 'aria-describedby="id_reason_helptext id_reason_error"' in html


def test_each_kind_of_field_has_its_shape() -> None:
    form = Postpone()
    assert "可不填" in shown("{% field form.words %}", form)
    assert '<label class="choice"><input type="checkbox"' in shown("{% field form.told %}", form)
    assert 'role="switch"' in shown("{% field form.told switch=True %}", form)
    assert "<fieldset" in shown("{% field form.shape %}", form)
    assert 'class="rad"' in shown("{% field form.shape %}", form)


class Facts(Form):
    name = forms.CharField(label="名称", max_length=5)
    heads = forms.IntegerField(label="人数", min_value=0, max_value=100, required=False)
    kind = forms.ChoiceField(label="种类", choices=[("a", "甲")], required=False)
    words = forms.CharField(label="细说", required=False, widget=forms.Textarea)
    secret = forms.CharField(label="密码", required=False, widget=forms.PasswordInput)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "长" * 6}, "太长了：最多5个字，现在是6个。"),
        ({"name": "a\0b"}, "里面混进了看不见的字符，重新输一遍。"),
        ({"name": "\u200b"}, "还空着，填上就行"),
        ({"heads": "-1"}, "太小了，最少0。"),
        ({"heads": "101"}, "太大了，最多100。"),
        ({"heads": "三百人"}, "这里填整数，不带单位。"),
        ({"kind": "z"}, "没有这个选项，重选一个。"),
    ],
)
def test_what_django_would_say_is_said_in_our_words(typed: dict[str, str], sentence: str) -> None:
    form = Facts({"name": "甲", **typed})
    with override("zh-hans"):
        assert [str(error) for errors in form.errors.values() for error in errors] == [sentence]


def test_characters_without_a_shape_are_left_out_but_not_of_a_password() -> None:
    form = Facts({"name": "\u200b重\u202e阳 ", "words": "一\n二\u00ad", "secret": "\u200bx"})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "重阳"
    assert form.cleaned_data["words"] == "一\n二"
    assert form.cleaned_data["secret"] == "\u200bx"
