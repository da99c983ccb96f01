"""Forms of the year's tasks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.goods.models import Scope
from tongxin.org.forms.named import NamedUnit
from tongxin.org.models import Unit
from tongxin.purchases.models import Part, Task
from tongxin.purchases.queries.choices import partners_offered, scopes_of
from tongxin.ui.fields import YuanField, typed_yuan
from tongxin.ui.forms import EditedForm, Form


class TaskForm(EditedForm):
    """A year's task in a scope, or in the whole."""

    year = forms.IntegerField(label=_("哪一年"), min_value=1990, max_value=2100)
    scope = forms.ModelChoiceField(
        Scope.objects.none(), label=_("统计口径"), required=False, empty_label=_("全部，每笔只算一次")
    )
    target_fen = YuanField(label=_("目标金额（元）"), help_text=_("45万、450,000都行"))
    set_by = forms.CharField(label=_("谁定的"), max_length=100, help_text=_("例如市总工会、学校党委"))
    document = forms.CharField(label=_("依据"), max_length=200, required=False)
    words = forms.CharField(label=_("说明"), max_length=300, required=False)

    def __init__(self, *args: Any, unit: Unit, task: Task | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if task is not None:
            del self.fields["year"], self.fields["scope"]
            return
        self.fields["scope"].queryset = scopes_of(unit)  # type: ignore[attr-defined]


class PartForm(EditedForm):
    """What a partner unit does."""

    unit = NamedUnit(
        label=_("哪个单位"),
        max_length=100,
        help_text=_("写名称、简称或单位代码"),
        widget=forms.TextInput(attrs={"list": "partners", "autocomplete": "off"}),
    )
    does = forms.CharField(label=_("做什么"), max_length=100, help_text=_("例如核对人数、收货验收"))
    due_on = forms.DateField(label=_("到哪天"), required=False)
    words = forms.CharField(label=_("说明"), max_length=200, required=False)

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields["unit"]
        named.near, named.held = task.unit, self.initial.get("unit")
        self.partners = partners_offered(task.unit)


class DoneForm(Form):
    """The day it was done."""

    done_on = forms.DateField(label=_("哪天做完的"), required=False, help_text=_("还没做完就清空"))


def kept_task(task: Task) -> dict[str, Any]:
    """What is kept now, as the boxes show it."""
    given = {name: getattr(task, name) for name in ("set_by", "document", "words")}
    return given | {"target_fen": typed_yuan(task.target_fen)}


def kept_part(part: Part) -> dict[str, Any]:
    """What is kept now, as the boxes show it."""
    return {"unit": part.unit, "does": part.does, "due_on": part.due_on, "words": part.words}
