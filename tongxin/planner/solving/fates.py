"""Which fates an item can have in any plan that is as good in the aims before LEVEL.

Where a component had to spoil something (its least is above the sum of its items' own), the choice which item pays is open. Plans are asked
for fates not seen yet, as many at once as possible; when no plan has one more, all others are proven impossible. Far fewer items can
then move at all, and the bound on LEVEL is much closer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongxin.planner.solving.additive import Part
from tongxin.planner.solving.aims import Fate, fate
from tongxin.planner.solving.board import Spot
from tongxin.planner.solving.limits import Purse
from tongxin.planner.solving.model import Model
from tongxin.planner.solving.rows import Rows
from tongxin.planner.solving.ties import BEYOND, FALL, ties
from tongxin.planner.solving.worth import Vector, Worth

Fates = dict[int, set[Fate]]
ASKED = 40  # times at most


@dataclass(frozen=True)
class Asking:
    """One component's question."""

    worth: Worth
    rows: Rows
    purse: Purse

    def possible(self, part: Part, offered: Mapping[int, Sequence[Spot]], spots: Sequence[Spot | None]) -> Fates:
        """The fates that are not proven impossible, for each item of a closed part."""
        offers = {place: [*offered[place], *self._rest(place, offered[place])] for place in part.places}
        unseen = {place: {self._fate(place, option) for option in options} for place, options in offers.items()}
        model = self._model(part, offers)
        chosen = {place: spots[place] or FALL for place in part.places}
        seen: Fates = {place: set() for place in part.places}
        for _time in range(ASKED):
            for place, option in chosen.items():
                seen[place].add(self._fate(place, option))
                unseen[place].discard(self._fate(place, option))
            news = {each: -1 for each in model.lits if self._fate(*each) in unseen[each[0]]}
            model.hint(chosen)
            solved = model.least(model.total(news), self.purse, share=0.1)
            if solved.chosen is None or not solved.value:
                return seen if solved.proven else _both(seen, unseen)
            chosen = solved.chosen
        return _both(seen, unseen)

    def _model(self, part: Part, offers: Mapping[int, Sequence[Spot]]) -> Model:
        model = Model(offers, ties(self.rows, offers))
        for aim in range(len(part.value)):
            model.cap(model.total({option: self._vector(*option)[aim] for option in model.lits}), part.value[aim])
        return model

    def _rest(self, place: int, offered: Sequence[Spot]) -> Iterable[Spot]:
        """What is not offered, one for each fate; and that it falls."""
        if FALL not in offered:
            yield FALL
        for become, mode, days in self._classes(place):
            taken = sum(1 << day for day, other in offered if day >= 0 and other is mode)
            if days & ~taken:
                yield BEYOND[0] - become, BEYOND[1]

    def _classes(self, place: int) -> Iterable[tuple[Fate, int, int]]:
        for _vector, mode, days in self.worth.classes(place):
            day = (days & -days).bit_length() - 1
            yield self._fate(place, (day, mode)), mode, days

    def _fate(self, place: int, option: Spot) -> Fate:
        if option[0] <= BEYOND[0]:
            return Fate(BEYOND[0] - option[0])
        ground = self.worth.ground
        return fate(ground.items[place], ground.own[place], None if option == FALL else option)

    def _vector(self, place: int, option: Spot) -> Vector:
        return self.worth.of_fate(place, self._fate(place, option))


def _both(left: Fates, right: Fates) -> Fates:
    return {place: left[place] | right[place] for place in left}
