"""Filling an office's own Word template."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from tongxin.core.refusals import Refused
from tongxin.paperwork.kinds.bulletin import photos
from tongxin.paperwork.kinds.kind import Kind
from tongxin.paperwork.own.allowed import NotAllowed, PlaceholderEnvironment, Unknown
from tongxin.paperwork.own.fields import FIELDS, LISTS, values
from tongxin.paperwork.rules.facts import Facts
from tongxin.ui.words import listed

MOST_NAMED: Final = 8


def fill(template: bytes, kind: Kind, facts: Facts) -> bytes:
    """The template with the facts in their places.

    Refuses: `template.unknown` (names them), `template.not_allowed`, `template.does_not_render`.
    """
    lists = {name: frozenset(LISTS[name].columns) for name in kind.lists}
    environment = PlaceholderEnvironment(frozenset(field.name for field in FIELDS), lists)
    try:
        return _filled(template, kind, facts, environment)
    except Unknown as unknown:
        names = {"names": listed([f"{{{{{name}}}}}" for name in unknown.names[:MOST_NAMED]])}
        sentence = _("没有这些占位符：%(names)s。照着表里的写，再传一次。") % names
        raise Refused("template.unknown", sentence, field="upload", names=unknown.names) from unknown
    except NotAllowed as fault:
        sentence = _("模板里只能用占位符、循环和条件，不能用别的写法。去掉再传。")
        raise Refused("template.not_allowed", sentence, field="upload") from fault
    except Exception as fault:
        sentence = _("这个模板套不出来，多半是大括号没有成对，或者循环没有结束。改好再传。")
        raise Refused("template.does_not_render", sentence, field="upload") from fault


def _filled(template: bytes, kind: Kind, facts: Facts, environment: PlaceholderEnvironment) -> bytes:
    paper = DocxTemplate(BytesIO(template))
    context: Mapping[str, Any] = values(facts, kind.lists)
    if "照片" in kind.lists:
        paper.init_docx()
        context = {**context, "照片": [_inline(paper, photo.data, photo.width_mm) for photo in photos(facts)]}
    paper.render(dict(context), environment, autoescape=True)
    held = BytesIO()
    paper.save(held)
    return held.getvalue()


def _inline(paper: DocxTemplate, data: bytes, width_mm: float) -> InlineImage:
    return InlineImage(paper, BytesIO(data), width=Mm(width_mm))
