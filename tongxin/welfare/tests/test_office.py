"""Beginning, filling in, packs and quotations: each act with its refusals."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.serializers import serialize
from PIL import Image

from tests.cast import NOW, Cast
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment
from tongxin.goods.models import Product, Supplier
from tongxin.welfare import actions
from tongxin.welfare.actions import Quoted
from tongxin.welfare.models import Pack, PackItem, Poll, PollOption, Quote, Round, Share
from tongxin.welfare.tests.making import make_round
from tongxin.welfare.tests.office import approved, choosing, drafted, fresh, make_goods, quoted

pytestmark = pytest.mark.django_db
DAY = date(2020, 9, 25)
KEPT = (Round, Share, Pack, PackItem, Quote)


def refused(code: str, act: Any, **given: Any) -> Refused:
    """The act is refused, and nothing is written."""

    def stand() -> tuple[list[str], int]:
        return [serialize("json", model.objects.order_by("pk")) for model in KEPT], Entry.objects.count()

    before = stand()
    with pytest.raises(Refused) as caught:
        act(now=NOW, **given)
    assert caught.value.code == code
    assert stand() == before
    return caught.value


def start(cast: Cast, who: str = "office", **given: Any) -> Round:
    told = {"unit": cast.union, "title": "中秋福利", "year": 2020, "gives_on": DAY, "festival": "中秋", **given}
    return actions.start(actor=cast.actor(who), now=NOW, **told)


def test_a_round_begins_after_last_years_at_the_prices_of_today(cast: Cast) -> None:
    last = drafted(cast, year=2019, packs=2)
    poll = Poll.objects.create(round=last, question="要什么", opens_at=NOW, closes_at=NOW + timedelta(days=1))
    PollOption.objects.create(poll=poll, label="米", count=7)
    Product.objects.filter(name="大米").update(price_fen=4500)
    made = start(cast, title="中秋", after=last)
    assert {each.payer: each.fen for each in made.shares.all()} == {"union": 12000}
    assert [(each.letter, each.price_fen, each.is_default) for each in made.packs.all()] == [
        ("A", 10500, True), ("B", 10500, False),
    ]  # fmt: skip
    option = made.poll.options.get()
    assert (option.label, option.count, made.poll.answers) == ("米", 0, 0)
    assert Entry.objects.filter(act="welfare.start").count() == 1


def test_what_is_not_sold_any_more_stays_behind(cast: Cast) -> None:
    last = drafted(cast, year=2019)
    Product.objects.filter(name="菜油").update(retired_at=NOW)
    made = start(cast, title="中秋", after=last)
    assert [each.product.name for each in made.packs.get().items.all()] == ["大米"]
    assert made.packs.get().price_fen == 4000


def test_a_second_of_the_same_name_leads_to_the_first(cast: Cast) -> None:
    first = start(cast)
    told = refused(
        "welfare.already",
        actions.start,
        actor=cast.actor("office"),
        unit=cast.union,
        title="中秋福利 ",
        year=2020,
        gives_on=DAY,
    )
    assert told.facts["round"] == first.pk
    assert start(cast, year=2021).pk != first.pk


def test_beginning_is_refused_to_others_and_without_a_name(cast: Cast) -> None:
    given = {"unit": cast.union, "title": " ", "year": 2020, "gives_on": DAY}
    refused("access.no_right", actions.start, actor=cast.actor("branch"), **given)
    refused("access.office_mode", actions.start, actor=cast.actor("office", in_office=False), **given)
    refused("welfare.no_title", actions.start, actor=cast.actor("office"), **given)
    refused("welfare.year", actions.start, actor=cast.actor("office"), **{**given, "title": "x", "year": 20})
    other = make_round(cast, unit="ee")
    refused("welfare.not_after", actions.start, actor=cast.actor("office"), **{**given, "title": "x", "after": other})


def test_a_branch_may_give_by_itself(cast: Cast) -> None:
    assert start(cast, "branch", unit=cast.units["ee"]).unit == cast.units["ee"]


def test_filling_in_replaces_the_shares_and_leaves_one_entry(cast: Cast) -> None:
    round = drafted(cast)
    entries = Entry.objects.count()
    actions.edit(
        actor=cast.actor("office"),
        now=NOW,
        round=round,
        about="中秋快乐",
        shares={"union": 8000, "self": 2000, "dues": 0},
    )
    round = fresh(round)
    assert (round.about, {each.payer: each.fen for each in round.shares.all()}) == (
        "中秋快乐",
        {"union": 8000, "self": 2000},
    )
    assert Entry.objects.count() == entries + 1


def test_giving_it_to_others_wants_a_new_list(cast: Cast) -> None:
    round = drafted(cast)
    office = cast.actor("office")
    actions.draw_up(actor=office, now=NOW, round=round)
    actions.edit(actor=office, now=NOW, round=round, who="staff")
    assert fresh(round).drawn_up_at is None


def test_filling_in_is_refused_backward_after_approval_and_to_others(cast: Cast) -> None:
    round, office = drafted(cast), cast.actor("office")
    refused("access.no_right", actions.edit, actor=cast.actor("branch"), round=round, title="x")
    refused("welfare.no_title", actions.edit, actor=office, round=round, title="")
    refused(
        "welfare.choosing_backward",
        actions.edit,
        actor=office,
        round=round,
        choose_from=NOW,
        choose_until=NOW - timedelta(days=1),
    )
    with pytest.raises(TypeError):
        actions.edit(actor=office, now=NOW, round=round, state="approved")


def test_what_is_approved_is_not_edited(cast: Cast) -> None:
    refused("welfare.not_possible", actions.edit, actor=cast.actor("office"), round=approved(cast), title="x")


def pack_of(cast: Cast, round: Round, goods: dict[str, Product], **given: Any) -> dict[str, Any]:
    told = {"letter": "C", "name": "油", "items": [(goods["oil"].pk, 2)], **given}
    return {"actor": cast.actor("office"), "round": round, **told}


def test_a_pack_costs_what_is_in_it_and_the_first_is_the_default(cast: Cast) -> None:
    round, goods = make_round(cast), make_goods(cast)
    first = actions.set_pack(now=NOW, **pack_of(cast, round, goods))
    second = actions.set_pack(now=NOW, **pack_of(cast, round, goods, letter="D", stock=10))
    assert (first.price_fen, first.is_default, second.is_default, second.stock) == (12000, True, False, 10)
    actions.set_pack(now=NOW, **pack_of(cast, round, goods, letter="D", pack=second, is_default=True))
    assert [each.letter for each in round.packs.filter(is_default=True)] == ["D"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"letter": ""}, "welfare.no_letter"), ({"letter": "A"}, "welfare.letter_again"), ({"name": " "}, "welfare.no_name"),
        ({"items": []}, "welfare.no_items"), ({"items": [(0, 1)]}, "welfare.unknown_product"), ({"stock": 0}, "welfare.no_stock"),
    ],
)  # fmt: skip
def test_a_pack_is_refused_where_it_is_not_whole(cast: Cast, given: dict[str, Any], code: str) -> None:
    round = drafted(cast)
    goods = {"oil": Product.objects.get(name="菜油")}
    refused(code, actions.set_pack, **pack_of(cast, round, goods, **given))


def test_a_pack_takes_a_product_once_at_least_one_of_it_and_none_of_strangers(cast: Cast) -> None:
    round, goods = make_round(cast), make_goods(cast)
    oil = goods["oil"].pk
    refused("welfare.product_twice", actions.set_pack, **pack_of(cast, round, goods, items=[(oil, 1), (oil, 2)]))
    refused("welfare.count", actions.set_pack, **pack_of(cast, round, goods, items=[(oil, 0)]))
    theirs = Supplier.objects.create(unit=cast.units["other"], name="隔壁")
    strange = Product.objects.create(supplier=theirs, name="茶", price_fen=1)
    refused("welfare.unknown_product", actions.set_pack, **pack_of(cast, round, goods, items=[(strange.pk, 1)]))
    refused("access.no_right", actions.set_pack, **{**pack_of(cast, round, goods), "actor": cast.actor("branch")})


def test_what_is_in_a_pack_stays_when_it_is_not_sold_any_more(cast: Cast) -> None:
    round = drafted(cast)
    Product.objects.update(retired_at=NOW)
    pack = round.packs.get()
    items = [(each.product_id, 2) for each in pack.items.all()]
    actions.set_pack(actor=cast.actor("office"), now=NOW, round=round, pack=pack, letter="A", name="米油", items=items)
    assert round.packs.get().price_fen == 20000


def test_dropping_the_default_makes_another_one_it(cast: Cast) -> None:
    round = drafted(cast, packs=2)
    actions.drop_pack(actor=cast.actor("office"), now=NOW, pack=round.packs.get(letter="A"))
    assert round.packs.get().is_default
    gone = Pack(pk=999, round=round, letter="Z", name="z")
    refused("welfare.pack_gone", actions.drop_pack, actor=cast.actor("office"), pack=gone)
    refused("access.no_right", actions.drop_pack, actor=cast.actor("branch"), pack=round.packs.get())


def test_repricing_takes_todays_prices_and_nothing_else(cast: Cast) -> None:
    round, office = drafted(cast), cast.actor("office")
    assert actions.reprice(actor=office, now=NOW, round=round) == 0
    Product.objects.filter(name="大米").update(price_fen=4100)
    assert round.packs.get().price_fen == 10000
    assert actions.reprice(actor=office, now=NOW, round=round) == 1
    assert round.packs.get().price_fen == 10100
    refused("access.no_right", actions.reprice, actor=cast.actor("branch"), round=round)


def test_a_pack_has_one_picture(cast: Cast, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    pack, office = drafted(cast).packs.get(), cast.actor("office")
    for colour in ("red", "blue"):
        drawn = BytesIO()
        Image.new("RGB", (4, 3), colour).save(drawn, "PNG")
        actions.show_pack(
            actor=office, now=NOW, pack=pack, upload=SimpleUploadedFile(f"{colour}.png", drawn.getvalue())
        )
    assert Attachment.objects.filter(thing_type="welfare.pack", thing_id=pack.pk).count() == 1
    refused("file.not_a_photo", actions.show_pack, actor=office, pack=pack, upload=SimpleUploadedFile("x.png", b"no"))


def test_quotations_stand_side_by_side_and_one_is_taken(cast: Cast) -> None:
    pack = drafted(cast).packs.get()
    quoted(cast, pack, 9900, 9800, 11000, chosen=0, reason="送货上门")
    found = pack.quotes.get(chosen=True)
    assert (found.fen, found.reason) == (9900, "送货上门")
    quoted(cast, pack, 9800, 9900, chosen=0, reason="")
    assert [each.fen for each in pack.quotes.all()] == [9800, 9900]


def test_quotations_are_refused_without_a_reason_twice_or_from_strangers(cast: Cast) -> None:
    pack, office = drafted(cast).packs.get(), cast.actor("office")
    one, two = Supplier.objects.all()
    given = {"actor": office, "pack": pack}
    both = [Quoted(one.pk, 100), Quoted(two.pk, 90)]
    refused("welfare.no_reason", actions.set_quotes, **given, quotes=both, chosen=one.pk)
    refused("welfare.chosen_without_quote", actions.set_quotes, **given, quotes=both[:1], chosen=two.pk)
    refused("welfare.supplier_twice", actions.set_quotes, **given, quotes=[both[0], both[0]])
    theirs = Supplier.objects.create(unit=cast.units["other"], name="隔壁")
    refused("welfare.unknown_supplier", actions.set_quotes, **given, quotes=[Quoted(theirs.pk, 1)])
    refused("access.no_right", actions.set_quotes, actor=cast.actor("branch"), pack=pack, quotes=both)
    gone = Pack(pk=999, round=pack.round, letter="Z", name="z")
    refused("welfare.pack_gone", actions.set_quotes, actor=office, pack=gone, quotes=[])


def test_packs_stand_while_people_choose(cast: Cast) -> None:
    round = choosing(cast)
    goods = {"oil": Product.objects.get(name="菜油")}
    refused("welfare.not_possible", actions.set_pack, **pack_of(cast, round, goods))
