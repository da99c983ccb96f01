"""A new activity, a copy, a correction."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongxin.activities.forms.organisers import OrganisersForm
from tongxin.activities.forms.where import InDoors, Reach
from tongxin.activities.models import Activity, Category, Group
from tongxin.activities.queries.choices import categories, groups, units_to_own
from tongxin.org.actor import Actor
from tongxin.ui.forms import Called, EditedForm, Form, Labelled

# More heads than any union has; a slip of the finger is caught before the database is.
MOST = 10_000_000


class ContentFields(forms.Form):
    """What an activity is, apart from when and by whom."""

    title = forms.CharField(label=_("活动名称"), max_length=100)
    category = Labelled(Category.objects.none(), label=_("类别"), empty_label=_("选一个类别"))
    group = Labelled(Group.objects.none(), label=_("活动组"), required=False, empty_label=_("不分组"))
    mode = forms.ChoiceField(label=_("形式"), choices=Activity.Mode.choices, initial=Activity.Mode.ON_SITE)
    ends_on = forms.DateField(label=_("结束日期"), required=False, help_text=_("只办一天就不用填"))
    starts_at = forms.TimeField(label=_("几点开始"), required=False)
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    expected = forms.IntegerField(label=_("预计人数"), min_value=0, max_value=MOST, required=False)
    indoor = InDoors()
    reach = Reach()
    about = forms.CharField(label=_("活动内容"), required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def offer(self, category: Category | None = None, group: Group | None = None) -> None:
        """Fill the choices of category and group."""
        self.fields["category"].queryset = categories(category)  # type: ignore[attr-defined]
        self.fields["group"].queryset = groups(group)  # type: ignore[attr-defined]


class NewForm(ContentFields, OrganisersForm):
    """Title, day, category and organisers first; everything else may stay as it is."""

    planned_on = forms.DateField(
        label=_("计划日期"), required=False, help_text=_("还没定就空着，下面可以写“下半年”这样的话")
    )
    planned_words = forms.CharField(label=_("时间的写法"), max_length=40, required=False)
    unit = Called(None, label=_("归属单位"), empty_label=None)
    year = forms.IntegerField(label=_("计入年度"), min_value=1990, max_value=2100)
    state = forms.ChoiceField(
        label=_("先记为"), choices=[("planned", _("列入计划")), ("idea", _("设想"))], initial="planned", required=False
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        self.offer()
        self.fields["unit"].queryset = units_to_own(actor)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A year that nobody touched follows the planned day."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("planned_on") and given.get("year") == self.initial.get("year"):
            given["year"] = given["planned_on"].year
        return given

    def clean_state(self) -> str:
        """As planned, where nothing is said."""
        return self.cleaned_data.get("state") or "planned"


class EditForm(ContentFields, EditedForm):
    """The content of an activity that exists; its days only while nobody counts on them."""

    starts_on = forms.DateField(label=_("日期"), required=False)
    planned_words = forms.CharField(label=_("时间的写法"), max_length=40, required=False)

    def __init__(self, *args: Any, activity: Activity, promised: bool, **kwargs: Any) -> None:
        initial = {
            name: getattr(activity, name) for name in ("title", "category", "group", "mode", "starts_on", "ends_on")
        }
        initial |= {
            name: getattr(activity, name)
            for name in ("starts_at", "place", "expected", "indoor", "reach", "about", "planned_words")
        }
        super().__init__(*args, initial=initial, **kwargs)
        for name in ("indoor", "reach"):
            self.fields[name].empty_value = initial[name]  # type: ignore[attr-defined]
        self.offer(activity.category, activity.group)
        if promised:
            for name in ("planned_words", *(("starts_on", "ends_on") if activity.starts_on else ())):
                del self.fields[name]
        if activity.published_at:
            del self.fields["mode"]


class CopyForm(Form):
    """Four answers that last year does not have."""

    title = forms.CharField(label=_("活动名称"), max_length=100)
    planned_on = forms.DateField(label=_("哪一天"), required=False, help_text=_("照去年同一周的同一天填好了，可以改"))
    place = forms.CharField(label=_("地点"), max_length=100, required=False)
    expected = forms.IntegerField(label=_("预计人数"), min_value=0, max_value=MOST, required=False)
