"""A round beyond a limit: stopped, let through by a committee's decision, read in red by who approves and by the audit committee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_welfare_round import Giving
from tests.cast import Cast
from tests.support.walking import NAMES, SHAPES, walking
from tongxin.rulebook.models import Exemption
from tongxin.welfare.models import Round
from tongxin.welfare.tests.test_exempted import over

MINUTES, BASIS = "工会委员会2020年第6号纪要", "省总工会关于扶贫产品的通知"


class Exempting(Giving):
    """The life of one exemption."""

    pk: int

    @property
    def round(self) -> Round:
        """It, as it stands now."""
        return Round.objects.select_related("unit").get(pk=self.pk)


@pytest.fixture(params=SHAPES, ids=NAMES)
def exempting(
    request: pytest.FixtureRequest, chromium: Browser, live_server: Any, cast: Cast, sign_in: Callable[..., None]
) -> Iterator[Exempting]:
    """A draft of 120 yuan from union funds that brings the year to 1,520 a head, where Anhui allows 1,500."""
    with walking(Exempting, request.param, chromium, live_server.url, cast, sign_in) as walk:
        walk.pk = over(cast).pk
        yield walk


def test_a_limit_is_gone_beyond_in_the_open(exempting: Exempting) -> None:
    stopped(exempting)
    decided(exempting)
    handed_in_and_approved(exempting)
    read_by_the_audit_committee(exempting)


def stopped(walk: Exempting) -> None:
    """The page says which rule stops it, with its source, and the way out."""
    with walk.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{walk.pk}/")
        rule = page.locator("#rules li", has_text="每年")
        expect(rule.get_by_text("不能办")).to_be_visible()
        expect(rule.get_by_text("1,520元").first).to_be_visible()
        expect(rule.get_by_text("安徽省基层工会经费收支管理").first).to_be_visible()


def decided(walk: Exempting) -> None:
    """Without a basis above nothing is kept, and what was typed stays; with it the rule stops the round no more."""
    with walk.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{walk.pk}/")
        page.get_by_role("link", name="按会议决定例外").click()
        walk.look(page)
        page.locator("[name=minutes_no]").fill(MINUTES)
        page.locator("[name=minutes_on]").fill("2020-10-12")
        page.locator("[name=basis_no]").fill("皖工发〔2020〕12号")
        page.locator("[name=why]").fill("多买扶贫产品")
        page.locator("[name=basis]").evaluate("box => box.removeAttribute('required')")
        page.get_by_role("button", name="记下这个例外").click()
        expect(page.locator("[name=minutes_no]")).to_have_value(MINUTES)
        assert not Exemption.objects.exists()
        walk.look(page)
        page.locator("[name=basis]").fill(BASIS)
        page.get_by_role("button", name="记下这个例外").click()
        expect(page.get_by_text("记下了").first).to_be_visible()
        expect(page.get_by_text("有1处按会议决定例外").first).to_be_visible()
        walk.look(page)
    assert Exemption.objects.get().value == "152000"


def handed_in_and_approved(walk: Exempting) -> None:
    """The chair reads minutes and basis before saying yes."""
    with walk.as_("office", in_office=True) as page:
        page.goto(f"/welfare/{walk.pk}/")
        walk.act(page, link=page.get_by_role("link", name="不用核对，直接送审"))
        expect(page.get_by_text("送审了").first).to_be_visible()
    with walk.as_("chair", in_office=True) as page:
        page.goto(f"/welfare/{walk.pk}/")
        page.locator(".next .btn.main").first.click()
        asked = page.locator("dialog[open]" if walk.scripts else "main")
        expect(asked.get_by_text(MINUTES).first).to_be_visible()
        expect(asked.get_by_text(BASIS).first).to_be_visible()
        walk.look(page)
        asked.locator("button.main").last.click()
        expect(page.get_by_text("批准了").first).to_be_visible()
    assert walk.round.state == "approved"


def read_by_the_audit_committee(walk: Exempting) -> None:
    """It stands in the list, with what the rule would have allowed."""
    with walk.as_("audit", in_office=True) as page:
        page.goto("/rules/exemptions/")
        expect(page.get_by_text(MINUTES).first).to_be_visible()
        expect(page.get_by_text("1,500元").first).to_be_visible()
        walk.look(page)
