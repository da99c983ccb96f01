"""Small words of the year's pages."""

from __future__ import annotations

from datetime import date

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.dateformat import format as formatted
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tongxin.org.models import Unit
from tongxin.plan.hooks import tabs
from tongxin.plan.words import month_word

register = template.Library()


@register.filter
def daymonth(value: date) -> str:
    """`1月8日`, `8 Jan`: a day without its weekday."""
    if (get_language() or "zh").startswith("zh"):
        return f"{value.month}月{value.day}日"
    return formatted(value, "j M")


@register.filter
def monthword(number: int) -> str:
    """`10月`, `Oct`."""
    return month_word(number)


@register.filter
def signed(number: int) -> str:
    """`+153`, `-14`."""
    return f"{number:+d}"


@register.filter
def at(number: float) -> str:
    """A position as CSS reads it, whatever the language."""
    return f"{number:g}"


@register.simple_tag
def activity_url(pk: int) -> str:
    """The address of an activity's page."""
    try:
        return reverse("activities:activity", args=[pk])
    except NoReverseMatch:
        return ""


@register.simple_tag
def other_tabs(year: int, unit: Unit, at: str = "", css: str = "") -> SafeString:
    """The tabs that apps above put beside the year's own."""
    current = SafeString(' aria-current="page"')
    rows = (
        (css, reverse(tab.url_name, args=[year]), unit.pk, current if tab.key == at else "", tab.label) for tab in tabs
    )
    return format_html_join("", '<a class="{}" href="{}?unit={}"{}>{}</a>', rows)


@register.filter
def add_unit(url: str, unit: int) -> str:
    """An address with the unit behind it."""
    return f"{url}?unit={unit}"
