"""The two rounds of 2020, from the question what people would like to what was left over; and one to choose from now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import cycle, islice
from random import Random

from tongxin.choosing import actions as choosing
from tongxin.choosing.queries.chosen import chosen, ways
from tongxin.collecting import actions as collecting
from tongxin.core.clock import today
from tongxin.core.spans import Span
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.welfare import NOW_TITLE, POLL, ROUNDS, PackFact, RoundFact
from tongxin.demo.facts.year import YEAR
from tongxin.demo.steps.crowd import actors, some
from tongxin.demo.steps.goods import Shelf, supplier_of
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import at, morning, officer
from tongxin.notices.queries.audience import people_of
from tongxin.org.models import Unit
from tongxin.partners import actions as partners
from tongxin.places import actions as places
from tongxin.places.actions.seat import Wish
from tongxin.places.models import Pool
from tongxin.places.rules.seating import Ask
from tongxin.purchases import actions as purchases
from tongxin.welfare import actions as acts
from tongxin.welfare.actions.answer_poll import answer_poll
from tongxin.welfare.actions.give_rating import give_rating
from tongxin.welfare.actions.set_poll import set_poll
from tongxin.welfare.models import Asked, Entitled, Pack, Poll, Round
from tongxin.welfare.queries.entitled import entitled_of

DAY = timedelta(days=1)
CAME, ASKED_OF = 19, 20
SPARE = 2
REST = "没领的几位在外出差，礼包留给他们回来再领。"


def give(units: Units, shelf: Shelf) -> None:
    """Both rounds of the year."""
    for fact in ROUNDS:
        made = prepare(fact, units, shelf)
        _choose(fact, made)
        _buy(fact, made)
        _hand_out(fact, made, units)
        _close(fact, made)


def offer(units: Units, now: datetime) -> None:
    """A round whose packs a visitor can choose among: last autumn's packs again, some of them nearly gone."""
    begun, union = now - 9 * DAY, units[UNION_CODE]
    after = Round.objects.get(title=ROUNDS[-1].title)
    made = acts.start(
        actor=officer("office", begun), now=begun, unit=union, title=NOW_TITLE, year=(today(now) + 12 * DAY).year,
        gives_on=today(now) + 12 * DAY, who=Pool.Who.STAFF, after=after,
    )  # fmt: skip
    second = made.packs.order_by("letter")[1]
    items = [(item.product_id, item.count) for item in second.items.all()]
    staff = entitled_count(union)
    acts.set_pack(
        actor=officer("office", begun), now=begun, round=made, pack=second, letter=second.letter, name=second.name, items=items,
        stock=max(staff // 5, 1),
    )  # fmt: skip
    for pack, fact in zip(made.packs.order_by("letter"), ROUNDS[-1].packs, strict=True):
        _quote(pack, fact, begun)
    acts.draw_up(actor=officer("office", begun + DAY), now=begun + DAY, round=fresh(made))
    _approve(made, begun + 2 * DAY)
    opened = now - 2 * DAY
    acts.open_choosing(
        actor=officer("office", opened),
        now=opened,
        round=fresh(made),
        choose_until=at(today(now) + 5 * DAY, 18),
    )
    _tap(fresh(made), opened, {"A": 31, "B": 17})


def entitled_count(union: Unit) -> int:
    """About how many there are: those of the last round."""
    return Entitled.objects.filter(Entitled.standing(), round__title=ROUNDS[-1].title, round__unit=union).count()


def fresh(round: Round) -> Round:
    """The round as it stands now."""
    return Round.objects.select_related("unit").get(pk=round.pk)


def prepare(fact: RoundFact, units: Units, shelf: Shelf) -> Round:
    """From the draft to the approved round with its list, which HR has gone through."""
    now = morning(fact.begun)
    office = officer("office", now)
    made = acts.start(
        actor=office, now=now, unit=units[UNION_CODE], title=fact.title, year=YEAR, gives_on=fact.gives_on, festival=fact.festival,
        who=Pool.Who.STAFF,
    )  # fmt: skip
    acts.edit(
        actor=office, now=now, round=made, shares={"school": fact.share_fen}, contact="周敏", about=fact.about, delivers=fact.delivers,
        donates_to=fact.donates_to,
    )  # fmt: skip
    if fact.polled:
        _ask(made, now)
    for number, pack in enumerate(fact.packs):
        when = now + 7 * DAY + timedelta(minutes=20 * number)
        kept = acts.set_pack(
            actor=officer("office", when), now=when, round=fresh(made), letter=pack.letter, name=pack.name, is_default=pack.default,
            items=[(shelf[key].pk, count) for key, count in pack.items],
        )  # fmt: skip
        _quote(kept, pack, when)
    _list(made, units["renzi"], now + 8 * DAY)
    _approve(made, now + 9 * DAY)
    return fresh(made)


def _ask(made: Round, now: datetime) -> None:
    question, options, shares, wishes = POLL
    poll = set_poll(
        actor=officer("office", now),
        now=now,
        round=made,
        question=question,
        options=options,
        opens_at=now,
        closes_at=now + 5 * DAY,
        most=2,
    )
    chance, keys = Random(question), list(poll.options.values_list("pk", flat=True))
    people = actors(_staff(made))
    chance.shuffle(people)
    for number, member in enumerate(some(people, 2, 5)):
        ticked = {*chance.choices(keys, shares), *chance.choices(keys, shares)}
        wish = wishes[number % len(wishes)] if number % 17 == 0 else ""
        answer_poll(
            actor=member,
            now=now + timedelta(minutes=9 * number + 5),
            poll=Poll.objects.get(pk=poll.pk),
            options=ticked,
            wish=wish,
        )


def _staff(made: Round) -> list[int]:
    return sorted(people_of(made.unit, "staff", made.gives_on))


def _quote(pack: Pack, fact: PackFact, now: datetime) -> None:
    """The chosen supplier's price is the pack's; two others ask for more."""
    chosen = supplier_of(fact.supplier).pk
    quotes = [acts.Quoted(chosen, pack.price_fen, now.date(), "送到学校，坏的包换")]
    quotes += [acts.Quoted(supplier_of(key).pk, fen, now.date(), "送到学校") for key, fen in fact.others]
    acts.set_quotes(actor=officer("office", now), now=now, pack=pack, quotes=quotes, chosen=chosen)


def _approve(made: Round, now: datetime) -> None:
    acts.submit(actor=officer("office", now), now=now, round=fresh(made))
    then = now + timedelta(hours=6)
    acts.approve(actor=officer("chair", then), now=then, round=fresh(made), words="同意，按程序采购。")


def _list(made: Round, hr: Unit, now: datetime) -> None:
    """The snapshot; HR goes through it by its link and finds nothing wrong."""
    acts.draw_up(actor=officer("office", now), now=now, round=fresh(made))
    link, _address = partners.make_link(
        actor=officer("office", now),
        now=now,
        unit=hr,
        purpose="welfare.people",
        thing_id=made.pk,
        label=f"核对名单：{made.title}",
    )
    acts.check_people(link=link, name="丁磊", now=now + timedelta(hours=4), round=fresh(made), remarks={}, done=True)


def _choose(fact: RoundFact, made: Round) -> None:
    """Ten days to choose, where there is something to choose; some have it sent home, some give it away."""
    if len(fact.packs) == 1:
        return
    opened = morning(fact.begun) + 10 * DAY
    acts.open_choosing(actor=officer("office", opened), now=opened, round=made, choose_until=opened + 7 * DAY)
    _tap(fresh(made), opened, {pack.letter: pack.of_hundred * CAME // ASKED_OF for pack in fact.packs})
    _send(fresh(made), opened + DAY)
    over = opened + 7 * DAY + timedelta(hours=1)
    acts.close_choosing(actor=officer("office", over), now=over, round=fresh(made))


def _tap(made: Round, opened: datetime, shares: dict[str, int]) -> None:
    """So many of a hundred tap at each pack in the first days; the demonstration's own accounts have not tapped yet."""
    people = actors(entitled_of(made).filter(person__user=None).values_list("person", flat=True))
    Random(made.title).shuffle(people)
    whole, first = len(people), 0
    for pack in made.packs.select_related("pool__unit"):
        assert pack.pool is not None
        count = whole * shares.get(pack.letter, 0) // 100
        taps = people[first : first + count]
        first += count
        wishes = [
            Wish(member, opened + timedelta(minutes=3 * n), Ask((member.person_id or 0,)))
            for n, member in enumerate(taps)
        ]
        places.take_many(wishes=wishes, pool=pack.pool)


def _send(made: Round, now: datetime) -> None:
    """Every ninetieth asks for delivery, every seventieth gives the pack away."""
    for number, row in enumerate(entitled_of(made).filter(person__user=None).order_by("pk")):
        member = actors([row.person_id])[0] if number % 90 == 0 or number % 70 == 0 else None
        if member is None:
            continue
        given = {
            "kind": "delivery",
            "receiver": row.person.name,
            "phone": "19000000000",
            "address": "芜湖市弋江区文津西路（演示）8号",
        }
        choosing.set_way(actor=member, now=now, own=row, **(given if number % 90 == 0 else {"kind": "donation"}))


def _buy(fact: RoundFact, made: Round) -> None:
    """As many of each pack as are wanted, and two to spare; logistics accepts them."""
    wanted = list(chosen(fresh(made)).values())
    day = fact.gives_on - 4 * DAY
    for number, (pack, told) in enumerate(zip(made.packs.order_by("letter"), fact.packs, strict=True), 1):
        count = wanted.count(pack.pk) + SPARE
        now = morning(day) + timedelta(hours=number)
        purchases.buy_pack(
            actor=officer("office", now), now=now, pack=pack, on=day, supplier=supplier_of(told.supplier), count=count,
            fen=pack.price_fen * count, payer="school", heads=count - SPARE, invoice_no=f"{fact.invoice}{number}", invoice_fen=pack.price_fen * count,
        )  # fmt: skip
        purchases.accept(
            actor=officer("office", now),
            now=now + DAY,
            pack=pack,
            on=day + DAY,
            came=count,
            bad=number % 2,
            words="一份压坏，已换" if number % 2 else "",
        )


def _hand_out(fact: RoundFact, made: Round, units: Units) -> None:
    """A point at the union's room; every branch signs its sheet, what is sent or given away is marked, a few never come."""
    opens = morning(fact.gives_on - 2 * DAY)
    office = officer("office", opens)
    point = collecting.add_point(
        actor=office, now=opens, round=fresh(made), name="工会活动室", place="行政楼一楼", contact="周敏"
    )
    collecting.add_windows(
        actor=office, now=opens, point=point, first=fact.gives_on, last=fact.gives_on + (fact.days - 1) * DAY,
        times=[Span(time(9), time(11)), Span(time(14), time(17))],
    )  # fmt: skip
    acts.hand_out(actor=office, now=opens, round=fresh(made))
    rows = list(entitled_of(made).order_by("unit", "pk"))
    apart = ways(made)
    for kind in ("delivery", "donation"):
        mine = [row.pk for row in rows if row.person_id in apart and apart[row.person_id].kind == kind]
        if mine:
            collecting.mark_way(actor=office, now=opens + 3 * DAY, round=fresh(made), lines=mine, way=kind)
    coming = [row for row in rows if row.person_id not in apart]
    missed = {row.pk for row in coming[:: max(len(coming) // (fact.missed + 1), 1)][1 : fact.missed + 1]}
    _sign(fact, made, [row for row in coming if row.pk not in missed])


def _sign(fact: RoundFact, made: Round, rows: Sequence[Entitled]) -> None:
    """The sheets of the units, half an hour each."""
    by_unit: dict[int | None, list[int]] = {}
    for row in rows:
        by_unit.setdefault(row.unit_id, []).append(row.pk)
    for number, lines in enumerate(by_unit.values()):
        day, hour = fact.gives_on + (number // 6 % fact.days) * DAY, 9 + number % 6
        when = at(day, hour if hour < 12 else hour + 2, 20)
        collecting.take_paper(
            actor=officer("office", when), now=when + timedelta(hours=1), round=fresh(made), lines=lines, at=when
        )


def _close(fact: RoundFact, made: Round) -> None:
    """Complaints are answered, the round closed and rated, its accounts settled."""
    over = at(fact.gives_on + 10 * DAY, 16)
    received = Entitled.objects.filter(round=made, receipts__undone_at=None, receipts__isnull=False).order_by("pk")
    for number, (row, (kind, words, outcome, answer)) in enumerate(
        zip(islice(received, 40, None, 90), fact.complaints, strict=False)
    ):
        told = at(fact.gives_on + 2 * DAY, 10, 7 * number)
        said = collecting.complain(
            actor=actors([row.person_id])[0], now=told, round=fresh(made), kind=kind, words=words
        )
        then = told + DAY
        collecting.answer_complaint(
            actor=officer("office", then), now=then, complaint=said, outcome=outcome, answer=answer, public=True
        )
    office = officer("office", over)
    if fact.missed:
        collecting.explain_rest(actor=office, now=over, round=fresh(made), words=REST)
    acts.close(actor=office, now=over, round=fresh(made))
    _rate(fact, made, over)
    settled = over + 3 * DAY
    purchases.settle(
        actor=officer("office", settled),
        now=settled,
        round=fresh(made),
        left_words="剩下的送给了值班的保安和保洁师傅。",
    )


def _rate(fact: RoundFact, made: Round, now: datetime) -> None:
    chance = Random(made.title)
    people = actors(Asked.objects.filter(round=made).order_by("person").values_list("person", flat=True))
    chance.shuffle(people)
    sentences = cycle(fact.sentences)
    for number, member in enumerate(some(people, 1, 2)):
        rating = chance.choices(["good", "fair", "poor"], fact.ratings)[0]
        sentence = next(sentences) if number % 9 == 0 and rating == "good" else ""
        give_rating(
            actor=member, now=now + timedelta(minutes=13 * number), round=made, rating=rating, sentence=sentence
        )
