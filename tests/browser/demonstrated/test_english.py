"""In English, what is ours is English: only names that people gave stay as they are."""

from __future__ import annotations

import re

import pytest
from django.db.models import Model

from tests.browser.demonstrated.house import DESK_PAGES, PHONE_PAGES
from tests.browser.demonstrated.test_accessibility import SIZES, go
from tongxin.activities.models import Activity
from tongxin.goals.models import Aim, Directive, Goal
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.mobilisation.models import Duty
from tongxin.org.models import Person, Post, Term, Unit
from tongxin.plan.models import CalendarDay, WorkItem
from tongxin.report.models import Wording
from tongxin.restrictions.models import Restriction
from tongxin.rulebook.models import Rule
from tongxin.rulebook.rules.regions import CITIES, PROVINCES
from tongxin.signups.models import Slot
from tongxin.welfare.models import Entitled, Pack, Round

PHONE, DESK = SIZES
CHINESE = re.compile(r"[\u3400-\u9fff]+")
# What is ours alone: never a field's content, a cell of a table, a paragraph of a paper.
OURS = "nav a, button, label, th, dt, legend, summary, h2, .chip, .tag, .btn, .say, .empty, .skip"
# Seals are drawings; the paper's headings and the columns of a Chinese spreadsheet are the office's own words.
PARTS = """els => els.filter(e => e.offsetParent && !e.closest('#paper, .toc, th.map, [lang|=zh], .lang, select, option')).map(e => {
  const copy = e.cloneNode(true)
  copy.querySelectorAll('.seal, [lang|=zh], .vh').forEach(drawn => drawn.remove())
  return copy.textContent
})"""
GIVEN: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (Unit, ("name", "short_name")), (Person, ("name",)), (Post, ("title",)), (Term, ("name",)), (Wording, ("title",)),
    (Activity, ("title", "place")), (WorkItem, ("title",)), (CalendarDay, ("name", "source")),
    (Slot, ("title",)), (Restriction, ("title", "source_title")), (Aim, ("title",)), (Goal, ("title",)), (Directive, ("title",)),
    (Duty, ("name",)), (Rule, ("title",)), (Scope, ("name",)), (Supplier, ("name",)), (Product, ("name",)), (Round, ("title",)),
    (Pack, ("name",)), (Entitled, ("remark", "struck", "added")),
)  # fmt: skip


@pytest.fixture(scope="package")
def given(house) -> list[str]:
    """Every name that people gave, the longest first."""
    names = {word for model, fields in GIVEN for row in model.objects.values_list(*fields) for word in row if word}
    return sorted(names | {*PROVINCES.values(), *CITIES.values()}, key=len, reverse=True)


def ours(page, given: list[str]) -> list[str]:
    """Chinese in what is ours, after everything that people named is taken out."""
    found = []
    for text in page.locator(OURS).evaluate_all(PARTS):
        rest = text
        for name in given:
            rest = rest.replace(name, "")
        if CHINESE.search(rest.replace("中文", "")):
            found.append(" ".join(text.split()))
    return found


@pytest.mark.parametrize("where", DESK_PAGES)
def test_the_desk_speaks_english(windows, house, given, where):
    page = windows("chair", in_office=True, language="en")
    page.set_viewport_size(DESK)
    go(page, where.format_map(house.things))
    assert page.locator("html").get_attribute("lang") == "en"
    assert ours(page, given) == []


@pytest.mark.parametrize("where", PHONE_PAGES)
def test_the_phone_speaks_english(windows, house, given, where):
    page = windows("member", in_office=True, language="en")
    page.set_viewport_size(PHONE)
    go(page, where.format_map(house.things))
    assert ours(page, given) == []


def test_a_person_turns_to_english_and_stays_there(phone, house, as_role, sign_in):
    sign_in(phone, as_role("member"))
    phone.goto("/me/")
    phone.get_by_role("button", name="EN", exact=True).click()
    phone.goto("/")
    assert phone.locator("html").get_attribute("lang") == "en"
