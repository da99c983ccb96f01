"""Links of partner units: made, opened, answered, revoked; what a wrong one learns."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django import forms
from django.db import transaction
from django.http import Http404
from django.test import Client

from tests.cast import NOW, Cast
from tongxin.audit.actions import record
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.rules.rights import WELFARE_RUN
from tongxin.partners import actions
from tongxin.partners.access import answerer, by_secret
from tongxin.partners.hooks import Purpose, Thing, purposes
from tongxin.partners.models import Link
from tongxin.partners.queries.links import links_of
from tongxin.partners.rules.secrets import digest_of, new_secret
from tongxin.partners.rules.standing import standing, works
from tongxin.ui.forms import Form

pytestmark = pytest.mark.django_db


class Words(Form):
    """What the purpose of these tests asks."""

    said = forms.CharField(max_length=20)


@pytest.fixture
def purpose(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Purpose:
    """A step about the union itself, for who runs its rounds; `over` once somebody said so."""

    def thing(actor: Any, pk: int) -> Thing:
        if pk != cast.union.pk:
            raise Http404
        require_right(actor, WELFARE_RUN, cast.union)
        return Thing("核对", cast.union, "/")

    def answer(link: Link, name: str, cleaned: dict[str, Any], now: Any) -> str:
        if cleaned["said"] == "不行":
            raise Refused("test.no", "不行。", field="said")
        record(actor=answerer(link, name), now=now, act="test.answer", thing=link, unit=cast.union)
        return "page=2" if cleaned["said"] == "下页" else ""

    made = Purpose(
        key="test", label="核对", template="ui/parts/_messages.html", ask=lambda link, query: None,
        form=lambda link, posted, query: Words(posted), answer=answer, thing=thing,
        over=lambda link: "不用了。" if Entry.objects.filter(act="test.over").exists() else "", sees="姓名", sees_not="电话",
    )  # fmt: skip
    monkeypatch.setattr(purposes, "_things", {"test": made})
    return made


@pytest.fixture
def made(cast: Cast, purpose: Purpose) -> tuple[Link, str]:
    """A link for HR and its address."""
    return make(cast)


def make(cast: Cast, who: str = "office", **given: Any) -> tuple[Link, str]:
    told = {"unit": cast.units["hr"], "purpose": "test", "thing_id": cast.union.pk, "days": 5, **given}
    return actions.make_link(actor=cast.actor(who), now=NOW, **told)


def opened(address: str, at: Any = NOW, **posted: str) -> Any:
    """The page behind an address, for somebody who is not signed in."""
    with time_machine.travel(at, tick=False):
        return Client().post(address, posted) if posted else Client().get(address)


def test_only_the_digest_of_a_secret_is_kept(cast: Cast, made: tuple[Link, str]) -> None:
    link, address = made
    secret = address.split("/")[-2]
    assert len(secret) == 43
    assert link.digest == digest_of(secret) != secret
    assert link.expires_at == NOW + timedelta(days=5)
    entry = Entry.objects.get(act="partners.make_link")
    assert secret not in str(entry.after) and entry.unit_path == cast.union.path
    assert new_secret() != new_secret()


def test_making_is_refused_to_others_for_nothing_and_for_too_long(cast: Cast, purpose: Purpose) -> None:
    for code, given in (
        ("access.no_right", {"who": "branch"}), ("link.days", {"days": 0}), ("link.days", {"days": 61}),
    ):  # fmt: skip
        with pytest.raises(Refused) as caught:
            make(cast, **given)
        assert caught.value.code == code
    for given in ({"purpose": "other"}, {"thing_id": 0}):
        with pytest.raises(Http404):
            make(cast, **given)
    assert not Link.objects.exists()


def test_the_page_says_who_asks_what_until_when_and_what_is_seen(made: tuple[Link, str]) -> None:
    link, address = made
    page = opened(address)
    said = page.content.decode()
    assert page.status_code == 200
    assert all(words in said for words in ("人力资源处", "核对", "周敏", "10月25日", "姓名", "电话"))
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"] and page["Referrer-Policy"] == "same-origin"
    link.refresh_from_db()
    assert link.opened_at == NOW


def test_answering_leaves_the_name_and_one_entry_and_may_be_done_again(made: tuple[Link, str]) -> None:
    link, address = made
    entries = Entry.objects.count()
    page = opened(address, said="好", who=" 丁磊 ")
    assert (page.status_code, page["Location"]) == (302, address)
    link.refresh_from_db()
    assert (link.answered_by, link.answered_at) == ("丁磊", NOW)
    assert Entry.objects.count() == entries + 1
    last = Entry.objects.first()
    assert last is not None and last.who == "人力资源处（凭链接）丁磊"
    assert opened(address, said="下页", who="丁磊")["Location"] == f"{address}?page=2"


def test_what_is_wrong_answers_nothing(made: tuple[Link, str]) -> None:
    link, address = made
    for posted in ({"said": "好"}, {"who": "丁磊"}, {"said": "不行", "who": "丁磊"}):
        assert opened(address, **posted).status_code == 422
    link.refresh_from_db()
    assert link.answered_at is None


def test_a_wrong_secret_learns_nothing(made: tuple[Link, str]) -> None:
    for address in ("/partners/x/", f"/partners/{'a' * 43}/", f"{made[1][:-2]}/"):
        page = opened(address)
        assert page.status_code == 404
        assert not any(words in page.content.decode() for words in ("核对", "周敏", "人力资源处"))
        assert "noindex" in page["X-Robots-Tag"]


def test_an_expired_a_revoked_and_a_needless_link_each_say_so(cast: Cast, made: tuple[Link, str]) -> None:
    link, address = made
    late = opened(address, NOW + timedelta(days=5), said="好", who="丁磊")
    assert late.status_code == 410 and "10月25日有效" in late.content.decode()
    actions.revoke(actor=cast.actor("office"), now=NOW, link=link)
    gone = opened(address, said="好", who="丁磊")
    assert gone.status_code == 410 and "收回" in gone.content.decode()
    _other, address = make(cast)
    with transaction.atomic():
        record(actor=cast.actor("office"), now=NOW, act="test.over", thing=link, unit=cast.union)
    over = opened(address)
    assert over.status_code == 410 and "不用了。" in over.content.decode()
    assert not Link.objects.exclude(answered_at=None).exists()


def test_revoking_is_for_who_may_make_it_and_once(cast: Cast, made: tuple[Link, str]) -> None:
    link, _address = made
    with pytest.raises(Refused) as caught:
        actions.revoke(actor=cast.actor("branch"), now=NOW, link=link)
    assert caught.value.code == "access.no_right"
    actions.revoke(actor=cast.actor("office"), now=NOW, link=link)
    with pytest.raises(Refused) as caught:
        actions.revoke(actor=cast.actor("office"), now=NOW, link=link)
    assert caught.value.code == "link.revoked_already"
    assert Entry.objects.filter(act="partners.revoke").count() == 1


def test_a_link_without_its_purpose_opens_nothing(made: tuple[Link, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purposes, "_things", {})
    with pytest.raises(Refused) as caught:
        by_secret(made[1].split("/")[-2])
    assert caught.value.code == "link.unknown"


def test_the_desk_makes_lists_and_revokes_links(cast: Cast, purpose: Purpose) -> None:
    client, url = cast.client("office"), f"/partners/links/test/{cast.union.pk}/"
    assert client.post(url, {"unit": cast.units["ee"].pk, "days": 5}).status_code == 422
    page = client.post(url, {"unit": cast.units["hr"].pk, "days": 5})
    link = Link.objects.get()
    assert "/partners/" in page.content.decode() and "no-store" in page["Cache-Control"]
    again = client.get(url).content.decode()
    assert "还没打开" in again and "data-copy" not in again
    assert client.post(f"/partners/links/{link.pk}/revocation/").status_code == 302
    assert [each.state for each in links_of("test", cast.union.pk, NOW)] == ["revoked"]


@pytest.mark.parametrize(
    ("days", "revoked", "answered", "told"),
    [(1, False, False, "open"), (1, False, True, "answered"), (0, False, True, "expired"), (1, True, True, "revoked")],
)
def test_how_a_link_stands(days: int, revoked: bool, answered: bool, told: str) -> None:
    state = standing(NOW, NOW + timedelta(days=days), NOW if revoked else None, NOW if answered else None)
    assert state == told
    assert works(state) is (told in ("open", "answered"))
