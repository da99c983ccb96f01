"""What an old list is held against: the rounds of the year, their lists, packs, and what was handed out."""

from __future__ import annotations

from tongxin.collecting.actions.putting import keep_round
from tongxin.collecting.queries.listed import FIELDS, Line, claims_of, line_of
from tongxin.collecting.queries.receipts import standing
from tongxin.imports.protocol import Row, Target
from tongxin.org.models import Person
from tongxin.org.queries.units import union_of
from tongxin.welfare.models import Entitled, Pack, Round

IN_HAND = (Round.State.HANDING, Round.State.CLOSED)


class _List:
    """A round's list, read once."""

    def __init__(self, round: Round) -> None:
        rows = Entitled.objects.filter(round=round).order_by("pk").values_list(*FIELDS, "person__staff_no")
        self.by_number: dict[str, Line] = {}
        self.by_name: dict[str, list[Line]] = {}
        for *row, number in rows:
            line = line_of(row)
            self.by_number[number] = line
            self.by_name.setdefault(line.name.replace(" ", ""), []).append(line)
        self.claims = claims_of(round)
        self.had = set(standing().filter(entitled__round=round).values_list("entitled", flat=True))


class Known:
    """Finds the round, the line and the pack that a row means."""

    def __init__(self, target: Target) -> None:
        self.union = union_of(target.unit)
        rows = Round.objects.filter(unit=target.unit, state__in=IN_HAND, year=target.year or 0).select_related("unit")
        self.rounds = list(rows)
        self._lists: dict[int, _List] = {}
        self._people: dict[str, tuple[int, str] | None] = {}

    def find(self, row: Row) -> tuple[Round | None, Line | None, str]:
        """The round and the line of a row, or the code of why not."""
        round, code = self._round((row.values.get("round") or row.table.sheet_name or "").strip(), row)
        if round is None:
            return None, None, code
        kept, name = self._list(round), (row.values.get("name") or "").replace(" ", "")
        number = row.values.get("staff_no") or ""
        if number:
            line = kept.by_number.get(number)
            if line is None:
                return round, None, "not_listed"
            return (
                (round, line, "") if not name or line.name.replace(" ", "") == name else (round, None, "name_differs")
            )
        named = kept.by_name.get(name, [])
        if len(named) > 1:
            unit = row.values.get("unit") or row.table.sheet_name or "-"
            named = [line for line in named if line.unit and (line.unit in unit or unit in line.unit)] or named
        if len(named) != 1:
            return round, None, "two" if named else "not_listed"
        return round, named[0], ""

    def had(self, round: Round) -> set[int]:
        """The lines of the round that have a receipt."""
        return self._list(round).had

    def pack(self, round: Round, line: Line, typed: str) -> Pack | None:
        """The pack that is typed by letter or name; where nothing is, the one chosen or the default."""
        kept = self._list(round).claims
        words = typed.strip().removesuffix("套餐").removesuffix("礼包").strip()
        if not words:
            return kept.pack(line.person)
        for pack in kept.names.values():
            if words.upper() == pack.letter.upper() or words in (pack.name, f"{pack.letter} {pack.name}"):
                return pack
        near = [pack for pack in kept.names.values() if words in pack.name or pack.name in words]
        return near[0] if len(near) == 1 else None

    def person(self, name: str) -> tuple[int, str] | None:
        """A person of the union by a name that is there once; None for all others."""
        if name not in self._people:
            found = list(Person.objects.filter(union=self.union, name=name).values_list("pk", "name")[:2])
            self._people[name] = found[0] if len(found) == 1 else None
        return self._people[name]

    def _round(self, words: str, row: Row) -> tuple[Round | None, str]:
        if not self.rounds:
            return None, "no_round"
        if len(self.rounds) == 1:
            return self.rounds[0], ""
        near = [each for each in self.rounds if words and (words in each.title or each.title in words)]
        near = near or [each for each in self.rounds if each.festival and each.festival in words]
        return (near[0], "") if len(near) == 1 else (None, "which_round")

    def _list(self, round: Round) -> _List:
        if round.pk not in self._lists:
            keep_round(round.pk)
            self._lists[round.pk] = _List(round)
        return self._lists[round.pk]
