"""The tags of every page; this library is a template builtin. A cheat-sheet is in tongxin/ui/README.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms, template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from tongxin.ui import words
from tongxin.ui.scenes import scene_for

register = template.Library()


@register.filter
def chinese(words: object) -> str:
    """Words that stay Chinese whatever language the page speaks: what stands, or will stand, in a paper."""
    return format_html('<span lang="zh">{}</span>', words)


def _shows(name: str, show: Callable[[Any], str]) -> None:
    """A filter that leaves emptiness empty."""
    register.filter(name, lambda value: "" if value is None or value == "" else show(value))


_shows("day", words.day)
_shows("fullday", words.fullday)
_shows("shortday", words.shortday)
_shows("weekday", words.weekday)
_shows("hour", words.hour)
_shows("moment", words.moment)
_shows("cn_number", words.number)
_shows("listed", words.listed)
_shows("yuan", words.yuan)
_shows("monthname", words.month)
register.filter("colon", words.colon)
register.filter("comma", words.comma)

STATES = {
    "plan": gettext_lazy("将办"),
    "done": gettext_lazy("已开展"),
    "moved": gettext_lazy("延期"),
    "off": gettext_lazy("取消"),
    "todo": gettext_lazy("待定"),
    "bad": gettext_lazy("要改"),
    "online": gettext_lazy("线上"),
    "draft": gettext_lazy("草稿"),
}


@register.simple_tag
def asset(path: str) -> str:
    """The address of a static file; the plain one where the manifest does not know it (before a build, in a fault)."""
    try:
        return str(staticfiles_storage.url(path))
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


@register.simple_tag
def icon(name: str, size: str = "", title: str = "") -> SafeString:
    """`{% icon "home" %}` 24 px, `"m"` 20, `"s"` 16; without `title` it is hidden from readers."""
    spoken = format_html('role="img" aria-label="{}"', title) if title else SafeString('aria-hidden="true"')
    return format_html('<svg class="i {}" {}><use href="{}#{}"/></svg>', size, spoken, asset("ui/icons.svg"), name)


@register.simple_tag
def seal(thing: Any, tone: str = "") -> SafeString:
    """`{% seal activity.category %}` (something with .seal and .tone) or `{% seal "节" "jie" %}`."""
    character = getattr(thing, "seal", thing)
    tone = tone or getattr(thing, "tone", "")
    return format_html('<span class="seal {}">{}</span>', tone, character) if character else SafeString("")


@register.simple_tag
def status(state: str, word: str = "") -> SafeString:
    """`{% status "done" %}` or with its own word `{% status "bad" "违反管控" %}`: a shape and a word."""
    return format_html('<span class="st {}">{}</span>', state, word or STATES.get(state, state))


@register.inclusion_tag("ui/parts/_bar.html")
def bar(value: float, total: float, label: str = "", tone: str = "") -> dict[str, Any]:
    """`{% bar 94 120 "已报94人，共120个名额" %}`; tones: `thin`, `grey`."""
    share = round(100 * float(value or 0) / float(total), 1) if total else 0
    return {"share": max(0, min(100, share)), "label": label or f"{value} / {total}", "tone": tone}


@register.inclusion_tag("ui/parts/_empty.html", takes_context=True)
def empty(context: Any, title: str, sentence: str = "", url: str = "", act: str = "", room: str = "") -> dict[str, Any]:
    """Why it is empty and one way on: `{% empty "这会儿没有可报的活动" "下一个在排。" url "看今年办过的" %}`."""
    frame = context.get("frame")
    office = getattr(frame, "in_office", False)
    return {
        "title": title,
        "sentence": sentence,
        "url": url,
        "act": act,
        "room": room or ("desk" if office else "home"),
    }


@register.inclusion_tag("ui/parts/_scene.html")
def scene(words: str = "", tag: str = "", tall: bool = False) -> dict[str, Any]:
    """The drawing that fits a title: `{% scene activity.title "重阳，九月初九" %}`; `tall=True` for covers."""
    return {"drawing": f"ui/art/{scene_for(words)}.svg.html", "tag": tag, "tall": tall}


@register.inclusion_tag("ui/parts/_say.html")
def say(tone: str, title: str, sentence: str = "", url: str = "", act: str = "") -> dict[str, Any]:
    """A sentence in its place: `{% say "warn" "花费接近上限" "每人198元。" %}`; tones ok, warn, bad, info."""
    return {"tone": tone, "title": title, "sentence": sentence, "url": url, "act": act}


@register.inclusion_tag("ui/parts/_pager.html", takes_context=True)
def pager(context: Any, page: Page[Any]) -> dict[str, Any]:
    """`{% pager page %}` under a list; keeps the filters of the address."""
    numbers = list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
    return {"page": page, "numbers": numbers, "ellipsis": page.paginator.ELLIPSIS, "request": context.get("request")}


@register.inclusion_tag("ui/parts/_th.html", takes_context=True)
def th(context: Any, label: str, key: str, css: str = "") -> dict[str, Any]:
    """A table head that sorts: `{% th "计划" "day" %}` gives `?sort=day`, then `?sort=-day`."""
    request = context.get("request")
    now = request.GET.get("sort", "") if request else ""
    direction = {key: "ascending", f"-{key}": "descending"}.get(now, "")
    following = f"-{key}" if now == key else key
    return {"label": label, "class": css, "direction": direction, "next": following, "request": request}


@register.inclusion_tag("ui/parts/_field.html")
def field(bound: BoundField, switch: bool = False) -> dict[str, Any]:
    """One field whole: label, box, help, what is wrong. `{% field form.anonymous switch=True %}` draws a switch."""
    widget = bound.field.widget
    kind = _kind(widget)
    if switch:
        widget.attrs["class"] = "switch"
        widget.attrs["role"] = "switch"
    optional = not bound.field.required and kind in {"box", "group"} and not widget.attrs.get("data-quiet")
    return {"bound": bound, "kind": kind, "switch": switch, "optional": optional}


@register.inclusion_tag("ui/parts/_form_errors.html")
def form_errors(form: forms.BaseForm) -> dict[str, Any]:
    """The sentence above a form that was not taken: how many places are missing, and that nothing typed is lost."""
    return {"form": form, "places": sum(1 for name in form.errors if name != "__all__")}


@register.inclusion_tag("ui/parts/_confirm.html", takes_context=True)
def confirm(context: Any, title: str, act: str, url: str = "", back_url: str = "", **rest: Any) -> dict[str, Any]:
    """A panel that asks before it acts: also `sentence=`, `form=` (its reason field), `tone="main|bad"`."""
    return {
        **rest,
        "title": title,
        "act": act,
        "url": url,
        "back_url": back_url,
        "csrf_token": context.get("csrf_token"),
    }


def _kind(widget: forms.Widget) -> str:
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "group"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "box"
