"""What officers tell of an activity; every place that is left empty keeps the guess, which it shows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.core.amounts import NotAnAmount, amount, counted, fen
from tongxin.org.models import Person, Unit
from tongxin.planner.models import PlanningFacts
from tongxin.planner.queries.facts_table import Guessed
from tongxin.planner.rules.settle import digits
from tongxin.ui.forms import Called, Form
from tongxin.ui.words import day as day_words
from tongxin.ui.words import listed, weekday

GUESS: Final = _("照猜的")
PARTS: Final = ((0, _("上午")), (1, _("下午")), (2, _("晚上")))
TRUTH: Final = (("", GUESS), ("yes", _("要避开")), ("no", _("不用避开")))
MOST: Final = 1_000_000


class Yuan(forms.CharField):
    """A sum as people type it, in fen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=20, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Fen as yuan."""
        return counted(Decimal(value) / 100) if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        """Fen, or None."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return fen(amount(text))
        except NotAnAmount as wrong:
            raise forms.ValidationError(_("没看懂这个金额，写数字，例如 1200。"), code=wrong.code) from wrong


class Named(forms.ModelChoiceField):
    """A choice of people by name."""

    def label_from_instance(self, obj: Any) -> str:
        """The name."""
        return str(obj.name)


class Titled(forms.ModelChoiceField):
    """A choice of activities by name."""

    def label_from_instance(self, obj: Any) -> str:
        """The title."""
        return str(obj.title)


class RowForm(Form):
    """What is asked in the table: the few things that change a plan most."""

    earliest = forms.DateField(label=_("最早"), required=False)
    latest = forms.DateField(label=_("最晚"), required=False)
    heads = forms.IntegerField(label=_("同一时间多少人"), min_value=0, max_value=MOST, required=False)
    online = forms.ChoiceField(
        label=_("能不能改线上"), choices=[("", GUESS), *PlanningFacts.YesNo.choices], required=False
    )
    keeps_day = forms.BooleanField(label=_("日子不能动"), required=False)

    def __init__(self, *args: Any, guessed: Guessed, **kwargs: Any) -> None:
        self.guessed = guessed
        kwargs["initial"] = {**told(guessed), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        settled = guessed.known.settled
        self.fields["heads"].widget.attrs["placeholder"] = str(settled.guess.heads)
        choices = [("", _guess(yes_no(settled.guess.online))), *PlanningFacts.YesNo.choices]
        self.fields["online"].choices = choices  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """The fields as the act takes them."""
        return dict(self.cleaned_data)


class FactsForm(RowForm):
    """Everything that can be told of one activity."""

    festival = forms.ChoiceField(
        label=_("跟着哪个节日"), choices=[("", GUESS), *PlanningFacts.Festival.choices], required=False
    )
    weekdays = forms.MultipleChoiceField(label=_("星期几"), required=False, widget=forms.CheckboxSelectMultiple)
    day_kind = forms.ChoiceField(
        label=_("哪种日子"), choices=[("", GUESS), *PlanningFacts.DayKind.choices], required=False
    )
    parts = forms.MultipleChoiceField(
        label=_("一天里的哪段"), choices=PARTS, required=False, widget=forms.CheckboxSelectMultiple
    )
    reach = forms.ChoiceField(label=_("去多远"), choices=[("", GUESS), *Activity.Reach.choices], required=False)
    officer = Named(Person.objects.none(), label=_("谁来操办"), required=False, empty_label=GUESS)
    cost = Yuan(label=_("现场办花多少元"))
    cost_online = Yuan(label=_("线上办花多少元"))
    payer = Called(Unit.objects.none(), label=_("谁出钱"), required=False, empty_label=GUESS)
    like = forms.CharField(
        label=_("和哪一类错开"), max_length=30, required=False, help_text=_("写同样的字就是同一类，例如“讲座”")
    )
    spacing = forms.IntegerField(label=_("同类至少隔几天"), min_value=0, max_value=366, required=False)
    follows = Titled(Activity.objects.none(), label=_("排在哪项之后"), required=False, empty_label=_("不限"))
    lag = forms.IntegerField(label=_("至少晚几天"), min_value=0, max_value=366, required=False)
    avoid_exams = forms.ChoiceField(label=_("考试周"), choices=TRUTH, required=False)
    avoid_vacations = forms.ChoiceField(label=_("寒暑假"), choices=TRUTH, required=False)

    def __init__(
        self,
        *args: Any,
        guessed: Guessed,
        officers: QuerySet[Person],
        units: QuerySet[Unit],
        others: QuerySet[Activity],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, guessed=guessed, **kwargs)
        fields: Any = self.fields
        fields["officer"].queryset, fields["payer"].queryset, fields["follows"].queryset = officers, units, others
        fields["weekdays"].choices = list(enumerate(weekday_words()))
        self._show_guesses()

    def _show_guesses(self) -> None:
        """Say at each place what is taken for granted there."""
        known, guess = self.guessed.known, self.guessed.known.settled.guess
        names = weekday_words()
        said = {
            "earliest": day_words(guess.window[0]), "latest": day_words(guess.window[1]),
            "festival": str(dict(PlanningFacts.Festival.choices).get(guess.festival, now_("不跟着节日走"))),
            "weekdays": now_("都行") if len(guess.weekdays) == 7 else listed(names[one] for one in sorted(guess.weekdays)),
            "day_kind": _kinds(guess.kinds), "parts": listed(str(dict(PARTS)[one]) for one in sorted(guess.parts)),
            "reach": str(dict(Activity.Reach.choices)[guess.reach]), "officer": self.guessed.officer or now_("没有"),
            "payer": known.activity.unit.called, "heads": str(guess.heads),
        }  # fmt: skip
        for name, words in said.items():
            self.fields[name].help_text = _guess(words)

    def facts(self) -> dict[str, Any]:
        """The fields as the act takes them."""
        given = dict(self.cleaned_data)
        truth = {"yes": True, "no": False}
        return {
            **given,
            "weekdays": "".join(sorted(given["weekdays"])),
            "parts": "".join(sorted(given["parts"])),
            "avoid_exams": truth.get(given["avoid_exams"]),
            "avoid_vacations": truth.get(given["avoid_vacations"]),
        }


def told(guessed: Guessed) -> dict[str, Any]:
    """What was told so far, as the form's places hold it."""
    facts: PlanningFacts | None = getattr(guessed.known.activity, "planning", None)
    if facts is None:
        return {}
    kept = {field.name: getattr(facts, field.attname) for field in PlanningFacts._meta.concrete_fields}
    truth = {True: "yes", False: "no", None: ""}
    return {
        **kept,
        "weekdays": [str(one) for one in sorted(digits(facts.weekdays))],
        "parts": [str(one) for one in sorted(digits(facts.parts))],
        "avoid_exams": truth[facts.avoid_exams],
        "avoid_vacations": truth[facts.avoid_vacations],
    }


def weekday_words() -> list[str]:
    """Monday to Sunday."""
    return [weekday(date(2024, 1, number)) for number in range(1, 8)]


def yes_no(value: bool) -> str:
    """Whether it may, in a word."""
    return str(PlanningFacts.YesNo.YES.label if value else PlanningFacts.YesNo.NO.label)


def _guess(words: str) -> str:
    return now_("猜的：%(words)s") % {"words": words}


def _kinds(kinds: frozenset[str]) -> str:
    labels = {"work": now_("工作日"), "off": now_("周末"), "holiday": now_("节假日")}
    return listed(labels[one] for one in ("work", "off", "holiday") if one in kinds)
