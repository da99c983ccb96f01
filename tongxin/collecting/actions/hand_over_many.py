"""What an officer's phone sends: codes, digits and signatures, one or a whole queue that waited for the network."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.db import connection, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tongxin.collecting.access import Reach, get_reach
from tongxin.collecting.actions.putting import Given, hold_lines, keep_round, put_down, require_handing
from tongxin.collecting.actions.sign import keep_signatures
from tongxin.collecting.models import Point, Receipt
from tongxin.collecting.queries.listed import Claims, Had, Line, claims_of, fetching_for, first_of, had, listed
from tongxin.collecting.queries.secret import secret_of
from tongxin.collecting.queries.sentences import had_words, refusal
from tongxin.collecting.rules import codes
from tongxin.collecting.rules.handing import against
from tongxin.core import passes
from tongxin.core.combining import Combiner
from tongxin.core.moments import moment_of
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor

MOST: Final = 200


@dataclass(frozen=True)
class Scan:
    """A code that a camera read, or digits that were typed, and when by the phone's clock. `whom` is the person for whom the
    one of the code fetches; `of` and `sign`: no code, but the signature to what was sent under the key `of`."""

    key: str
    code: str
    at: datetime | None = None
    whom: int | None = None
    point: int | None = None
    of: str = ""
    sign: str = ""


@dataclass(frozen=True)
class Offer:
    """Somebody else's pack that the one of the code may fetch too."""

    code: str
    whom: int
    name: str
    pack: str


@dataclass(frozen=True)
class Answer:
    """What became of a scan: `in`, `again`, `proxy` (fetches for others only), `signed`, or the code of a refusal; and what to say.

    `pack` is what to hand over, in large; `offers` whose else may go along. `key` is the scan's.
    """

    key: str
    code: str
    name: str = ""
    unit: str = ""
    words: str = ""
    pack: str = ""
    offers: tuple[Offer, ...] = ()


@dataclass
class _Read:
    scan: Scan
    at: datetime
    person: int | None = None
    row: int | None = None
    refusal: Refused | None = None
    fetcher: Line | None = None
    line: Line | None = None
    others: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class _Table:
    """What the whole batch shares."""

    reach: Reach
    claims: Claims
    before: dict[int, Had]
    now: datetime


def hand_over_many(*, actor: Actor, now: datetime, round: int, scans: Sequence[Scan]) -> list[Answer]:
    """Put down who got a pack, each once; an answer for each scan, in their order. A scan that cannot be taken is answered with
    its refusal (`collecting.…`, see `queries.sentences.WHY`, and `collecting.not_handing`) and holds up no other.

    What is sent again is answered as before, also by another phone, and never brings back what was taken back meanwhile.
    Refuses as a whole: as `access.get_reach`, `collecting.too_many`.
    """
    if len(scans) > MOST:
        get_reach(actor, round)
        raise Refused("collecting.too_many", _("一次最多送200条，分几次送。"))
    reach, answers = _handed_over(actor, now, round, scans)
    signed = keep_signatures(actor=actor, now=now, reach=reach, signs={scan.of: scan.sign for scan in scans if scan.of})
    return [answers.get(id(scan)) or Answer(scan.key, "signed" if scan.of in signed else "unsigned") for scan in scans]


@transaction.atomic
def _handed_over(actor: Actor, now: datetime, round: int, scans: Sequence[Scan]) -> tuple[Reach, dict[int, Answer]]:
    """What was read is what is written: nobody is struck off, and no round closed, in between. Answers by the scan's id."""
    keep_round(round)
    reach = get_reach(actor, round)
    sent = [scan for scan in scans if not scan.of]
    reads = _read(sent, reach, now)
    _meet(reads, reach)
    hold_lines({read.line.entitled for read in reads if read.line})
    people = {line.person for read in reads for line in (read.line, *read.others) if line}
    lines = {line.entitled for read in reads for line in (read.line, *read.others) if line}
    table = _Table(reach, claims_of(reach.round, people), had(lines), now)
    _judge(reads, table, _sent_before(sent))
    points = set(Point.objects.filter(round=round).values_list("pk", flat=True))
    open_ = [read for read in reads if read.line and not read.refusal and read.line.entitled not in table.before]
    given = [_given(read, table, points) for read in open_]
    fresh = put_down(reach.round, given, actor=actor, now=now) if given else {}
    after = had({one.line.entitled for one in given} - set(fresh))
    told: set[int] = set()
    known = {**table.before, **after}
    return reach, {id(read.scan): _answer(read, table, known, fresh, told) for read in reads}


def hand_over_soon(*, actor: Actor, now: datetime, round: int, scan: Scan) -> Answer:
    """One scan of an officer. Those that come while others of the same officer are being put down go in together
    (`core.combining`): a queue of phones costs a few transactions. Refuses as `hand_over_many`."""
    if connection.in_atomic_block:
        return hand_over_many(actor=actor, now=now, round=round, scans=[scan])[0]
    return _line.submit((round, actor.user_id, actor.hat, get_language()), (actor, now, scan))


def _serve(key: Hashable, items: Sequence[tuple[Actor, datetime, Scan]]) -> list[Answer]:
    assert isinstance(key, tuple)
    actor, now = items[0][0], max(item[1] for item in items)
    return hand_over_many(actor=actor, now=now, round=key[0], scans=[item[2] for item in items])


_line: Combiner[tuple[Actor, datetime, Scan], Answer] = Combiner(_serve)


def _read(scans: Sequence[Scan], reach: Reach, now: datetime) -> list[_Read]:
    """What each scan names: a person, or a row of the list."""
    secret, reads = secret_of(reach.round.pk), []
    first = first_of(reach.round) if any(passes.looks_like_digits(scan.code.strip()) for scan in scans) else 0
    for scan in scans:
        read = _Read(scan, moment_of(scan.at, reach.round.opened_at or now, now))
        try:
            require_handing(reach.round, read.at)
            read.person, read.row = _meant(scan.code.strip(), reach.round.pk, secret, first)
        except Refused as refused:
            read.refusal = refused
        reads.append(read)
    return reads


def _meant(code: str, round: int, secret: bytes, first: int) -> tuple[int | None, int | None]:
    if passes.looks_like_digits(code):
        row = codes.entitled_of(secret, code, first)
        if row is None:
            raise refusal("no_digits")
        return None, row
    found = passes.read_pass(code)
    if found is None:
        raise refusal("no_code")
    if found.mark != codes.MARK:
        raise refusal("other_kind")
    if found.thing != round:
        raise refusal("other_round")
    if not passes.is_genuine(secret, found):
        raise refusal("bad_code")
    return found.person, None


def _meet(reads: list[_Read], reach: Reach) -> None:
    """Who is behind the codes, and for whom they may fetch."""
    found = listed(reach.round, {r.person for r in reads if r.person}, {r.row for r in reads if r.row})
    by_person, by_row = {line.person: line for line in found}, {line.entitled: line for line in found}
    for read in reads:
        read.fetcher = read.line = by_person.get(read.person or 0) or by_row.get(read.row or 0)
        read.person = read.person or (read.line.person if read.line else None)
    others = fetching_for(reach.round, {read.person for read in reads if read.person})
    for read in reads:
        read.others = others.get(read.person or 0, [])
        if read.scan.whom is not None:
            read.line = next((line for line in read.others if line.person == read.scan.whom), None)


def _sent_before(scans: Sequence[Scan]) -> dict[str, str]:
    """What was sent under these keys and taken back since: key to the reason. One query at most."""
    keys = {scan.key for scan in scans if scan.key}
    rows = Receipt.objects.filter(key__in=keys).exclude(undone_at=None) if keys else Receipt.objects.none()
    return dict(rows.values_list("key", "undone_why"))


def _judge(reads: list[_Read], table: _Table, undone: dict[str, str]) -> None:
    """What speaks against each; who has received already is answered, not refused."""
    for read in reads:
        if read.refusal:
            continue
        if read.scan.key in undone:
            read.refusal = refusal("undone", read.line, why=undone[read.scan.key])
        elif read.line is None:
            no = "no_proxy" if read.scan.whom else ("no_digits" if read.row else "not_entitled")
            read.refusal = refusal(no)
        elif read.line.entitled not in table.before:
            no = against(table.claims.claim(read.line, table.reach))
            read.refusal = refusal(no, read.line) if no else None
        elif not table.reach.holds(read.line.path):
            read.refusal = refusal("not_yours", read.line)


def _given(read: _Read, table: _Table, points: set[int]) -> Given:
    assert read.line is not None
    proxy = None
    if read.scan.whom is not None and read.person is not None:
        proxy = (read.person, read.fetcher.name if read.fetcher else _proxy_name(read.person))
    way = Receipt.Way.DIGITS if read.row is not None else Receipt.Way.SCAN
    point = read.scan.point if read.scan.point in points else None
    return Given(read.line, table.claims.packs[read.line.person], read.at, way, read.scan.key, point, proxy)


def _proxy_name(person: int) -> str:
    """A colleague who fetches without being on the list."""
    from tongxin.org.models import Person

    return str(Person.objects.values_list("name", flat=True).get(pk=person))


def _answer(read: _Read, table: _Table, known: dict[int, Had], fresh: dict[int, int], told: set[int]) -> Answer:
    key, line = read.scan.key, read.line
    offers = tuple(_offers(read, table, {**known, **dict.fromkeys(fresh)}))
    if read.refusal and offers and read.scan.whom is None and line is None:
        return Answer(key, "proxy", _("替别人来领"), words=_("点一下替谁领"), offers=offers)
    if read.refusal:
        name, unit = (line.name, line.unit) if line else ("", "")
        return Answer(key, read.refusal.code, name, unit, read.refusal.sentence, offers=offers)
    assert line is not None
    again = line.entitled not in fresh or line.entitled in told
    told.add(line.entitled)
    earlier = known.get(line.entitled)
    if again and earlier and not (key and earlier.key == key):
        return Answer(key, "again", line.name, line.unit, had_words(earlier, table.now), offers=offers)
    pack = table.claims.names.get(earlier.pack) if earlier else table.claims.pack(line.person)
    return Answer(
        key, "in" if earlier or not again else "again", line.name, line.unit, pack=str(pack or ""), offers=offers
    )


def _offers(read: _Read, table: _Table, done: dict[int, object]) -> list[Offer]:
    """Whose packs the one of the code may take along: not yet fetched, and ours to hand out."""
    return [
        Offer(read.scan.code, line.person, line.name, str(table.claims.pack(line.person) or ""))
        for line in read.others
        if line.entitled not in done and not against(table.claims.claim(line, table.reach))
    ]
