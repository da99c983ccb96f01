"""LEVEL and the aims after it, over the whole year: a proven bound by prices, then a small exact model around it.

Only options that cost little above the bound enter the model. What is left out costs more than that above the bound; so the
model's least is the least of all as soon as it is not above the bound by more. Aims after LEVEL look among all options that any plan
with that LEVEL can have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tongxin.planner.problem import Aim
from tongxin.planner.solving.aims import Values, counts, distance, fate, measured
from tongxin.planner.solving.board import Ground, Spot
from tongxin.planner.solving.choosable import Choosable
from tongxin.planner.solving.limits import Purse
from tongxin.planner.solving.loads import Kind, loads
from tongxin.planner.solving.model import Chosen, Model, Option
from tongxin.planner.solving.pricing import SCALE, Priced, Pricing
from tongxin.planner.solving.rows import Rows
from tongxin.planner.solving.ties import FALL, Offers, ties

WIDEST: Final = 250_000  # options that are priced at most
FIRST: Final = 4  # LEVEL above the bound that an option may cost in the first model


class Level:
    """The search over the whole year; `spots` is the best plan at hand, `bounds` what is proven."""

    def __init__(self, ground: Ground, free: Choosable, begin: Sequence[Spot | None], purse: Purse) -> None:
        self.ground, self.free, self.purse = ground, free, purse
        self.spots = list(begin)
        self.rows = Rows(ground, free.board)
        self.factor = ground.year.levels.factor
        self.bounds: Values = {}
        self.priced = Priced(0, {})
        self._moved = sum(map(distance, ground.own, free.board.spot))

    def run(self, after: Sequence[Aim]) -> Values:
        """Close LEVEL, then the aims after it; the bounds of each, those after LEVEL under its value in the plan.

        Where more is open than a linear program can hold nothing is tried: there are no bounds.
        """
        if sum(map(len, self.free.offers.values())) > WIDEST:
            return {}
        self._price()
        self._close_level()
        self._close_rest(after)
        return self.bounds

    @property
    def value(self) -> int:
        """LEVEL of the plan at hand."""
        return measured(self.ground, self.spots)[Aim.LEVEL]

    def _price(self) -> None:
        offers = self.free.offers
        costs = {(place, option): self._distance(place, option) for place in offers for option in offers[place]}
        if costs:
            bound = [*ties(self.rows, offers), *self.free.caps]
            pricing = Pricing(offers, bound, loads(self.ground, self.free.board, offers), costs, self.factor)
            self.priced = pricing.priced(self._chosen(offers), self.purse)
            self.bounds[Aim.LEVEL] = self._moved - (-self.priced.bound // SCALE)
        else:
            self.bounds[Aim.LEVEL] = self.value

    def _close_level(self) -> None:
        """Models of ever more options until the least of one cannot be beaten by what is left out."""
        room = FIRST
        while self.value > self.bounds[Aim.LEVEL] and not self.purse.empty:
            offers = self._offers(room)
            model = self._model(offers)
            total = self._level(model, offers)
            model.cap(-total, -(self.bounds[Aim.LEVEL] - self._moved))
            model.hint(self._chosen(offers))
            solved = model.least(total, self.purse, share=0.7)
            if solved.chosen is not None:
                self._take(solved.chosen)
            outside = self._moved - (-(self.priced.bound + room * SCALE) // SCALE)
            proven = min(outside, self._moved + solved.bound if solved.bound is not None else 0)
            self.bounds[Aim.LEVEL] = max(self.bounds[Aim.LEVEL], min(proven, self.value))
            if not solved.proven:
                return
            room = self.value - self._floor

    @property
    def _floor(self) -> int:
        """The priced bound as a whole number, rounded down."""
        return self._moved + self.priced.bound // SCALE

    def _close_rest(self, after: Sequence[Aim]) -> None:
        room, caps = self.value - self._floor, [(Aim.LEVEL, self.value)]
        for aim in after:
            offers = self._offers(room)
            self.bounds[aim] = self._trivial(aim, offers)
            if measured(self.ground, self.spots)[aim] > self.bounds[aim] and not self.purse.empty:
                self._close(aim, offers, caps)
            caps.append((aim, measured(self.ground, self.spots)[aim]))

    def _close(self, aim: Aim, offers: Offers, caps: list[tuple[Aim, int]]) -> None:
        model = self._model(offers)
        for other, most in caps:
            if other is Aim.LEVEL:
                model.cap(self._level(model, offers), most - self._moved)
            else:
                model.cap(model.total(self._weights(other, offers)), most - self._counted(other))
        model.hint(self._chosen(offers))
        solved = model.least(model.total(self._weights(aim, offers)), self.purse, share=0.7)
        if solved.chosen is not None:
            self._take(solved.chosen)
        if solved.bound is not None:
            self.bounds[aim] = max(self.bounds[aim], solved.bound + self._counted(aim))

    def _offers(self, room: int) -> dict[int, list[Spot]]:
        """The options that cost no more than that above the bound, and those of the plan at hand."""
        return {
            place: [
                option
                for option in options
                if self.priced.above[place, option] <= room * SCALE or option == (self.spots[place] or FALL)
            ]
            for place, options in self.free.offers.items()
        }

    def _model(self, offers: Offers) -> Model:
        model = Model(offers, ties(self.rows, offers))
        for cap in self.free.caps:
            model.tie(cap)
        return model

    def _level(self, model: Model, offers: Offers) -> Any:
        """LEVEL of a choice, without the days moved by what stands for good."""
        excess, peak = [], model.number(len(self.ground.items))
        for load in loads(self.ground, self.free.board, offers):
            weights = {(place, option): amount for place, option, amount in load.terms}
            more = peak if load.kind is Kind.PEAK else model.number(self._most(load.begun, load.terms))
            model.cap(model.total(weights) - load.step * more, -load.begun)
            if load.kind is not Kind.PEAK:
                excess.append(more)
        days = {(place, option): self._distance(place, option) for place in offers for option in offers[place]}
        return model.total(days) + self.factor * (sum(excess) + peak)

    @staticmethod
    def _most(begun: int, terms: Sequence[tuple[int, Spot, int]]) -> int:
        return max(begun + sum(max(amount, 0) for _place, _option, amount in terms), 0)

    def _distance(self, place: int, option: Spot) -> int:
        return distance(self.ground.own[place], None if option == FALL else option)

    def _weights(self, aim: Aim, offers: Offers) -> dict[Option, int]:
        return {(place, option): self._count(aim, place, option) for place in offers for option in offers[place]}

    def _count(self, aim: Aim, place: int, option: Spot) -> int:
        spot = None if option == FALL else option
        return counts(self.ground.items[place], fate(self.ground.items[place], self.ground.own[place], spot), aim)

    def _counted(self, aim: Aim) -> int:
        """What stands for good counts."""
        spots = self.free.board.spot
        others = (place for place in self.ground.free if place not in self.free.offers)
        return sum(self._count(aim, place, spots[place] or FALL) for place in others)

    def _trivial(self, aim: Aim, offers: Offers) -> int:
        least = sum(min(self._count(aim, place, option) for option in options) for place, options in offers.items())
        return least + self._counted(aim)

    def _chosen(self, offers: Offers) -> Chosen:
        return {place: self.spots[place] or FALL for place in offers}

    def _take(self, chosen: Chosen) -> None:
        for place, option in chosen.items():
            self.spots[place] = None if option == FALL else option
