"""One component, aim after aim: each aim is made least while those before it stay at their least."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tongxin.planner.solving.board import Spot
from tongxin.planner.solving.limits import Purse
from tongxin.planner.solving.model import Chosen, Model, Option
from tongxin.planner.solving.ties import BEYOND, Offers, Tie
from tongxin.planner.solving.worth import Vector, Worth

SMALL: Final = 40  # items up to which all aims fit into one weighted sum
SHARE: Final = 0.5  # of what is left, for one aim of one component
LAST: Final = 0.05  # units at least for the last stage, whose proof nobody needs


@dataclass(frozen=True)
class Staged:
    """A component's end: the choice with its vector (with options beyond counted at their least), how many aims are proven."""

    chosen: Chosen | None
    bounds: Vector
    proven: int

    @property
    def beyond(self) -> list[int]:
        """Items for which some spot not yet looked at was taken."""
        return [] if self.chosen is None else [place for place, option in self.chosen.items() if option == BEYOND]


class Stages:
    """The stages of one component; `beyond` gives what the best spot not offered counts for an item."""

    def __init__(self, worth: Worth, beyond: Mapping[int, Vector], purse: Purse) -> None:
        self.worth, self.beyond, self.purse = worth, beyond, purse

    def of(self, place: int, option: Spot) -> Vector:
        """An option's vector."""
        return self.beyond[place] if option == BEYOND else self.worth.of(place, option)

    def run(self, offers: Offers, bound: list[Tie], begin: Mapping[int, Spot]) -> Staged:
        """The lexicographic least of a component, and of several such choices one that takes the fewest spots beyond."""
        model = Model(offers, bound)
        model.hint(begin)
        vectors = {option: self.of(*option) for option in model.lits}
        if len(offers) <= SMALL:
            return self._at_once(model, vectors)
        return self._one_by_one(model, vectors)

    def _at_once(self, model: Model, vectors: dict[Option, Vector]) -> Staged:
        base = len(model.offers) + 1
        weights = {option: _weight((*vector, int(option[1] == BEYOND)), base) for option, vector in vectors.items()}
        solved = model.least(model.total(weights), self.purse, share=SHARE)
        if solved.chosen is None or not solved.proven:
            return Staged(solved.chosen, self._trivial(model, vectors), 0)
        return Staged(solved.chosen, _sum(vectors, solved.chosen), len(self.worth.aims))

    def _one_by_one(self, model: Model, vectors: dict[Option, Vector]) -> Staged:
        bounds, before = list(self._trivial(model, vectors)), self.purse.spent
        chosen: Chosen | None = None
        for stage in range(len(bounds)):
            total = model.total({option: vector[stage] for option, vector in vectors.items()})
            solved = model.least(total, self.purse, share=SHARE)
            chosen = solved.chosen or chosen
            bounds[stage] = max(bounds[stage], solved.bound or 0)
            if not solved.proven or solved.chosen is None:
                return Staged(chosen, tuple(bounds), stage)
            model.cap(total, solved.value)
            model.hint(solved.chosen)
        beyond = model.total({option: int(option[1] == BEYOND) for option in vectors})
        solved = model.least(beyond, self.purse, most=max(LAST, self.purse.spent - before))
        return Staged(solved.chosen or chosen, tuple(bounds), len(bounds))

    def _trivial(self, model: Model, vectors: dict[Option, Vector]) -> Vector:
        """The least of each aim, each item by itself."""
        found = [0] * len(self.worth.aims)
        for place, options in model.offers.items():
            for index, least in enumerate(map(min, zip(*(vectors[place, option] for option in options), strict=True))):
                found[index] += least
        return tuple(found)


def _weight(parts: tuple[int, ...], base: int) -> int:
    """The parts as digits: an earlier one outweighs all later ones of the whole component."""
    weight = 0
    for part in parts:
        weight = weight * base + part
    return weight


def _sum(vectors: dict[Option, Vector], chosen: Chosen) -> Vector:
    return tuple(map(sum, zip(*(vectors[option] for option in chosen.items()), strict=True)))
