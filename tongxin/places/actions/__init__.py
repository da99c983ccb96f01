"""Acts on places, and the instruments by which apps above make pools.

Authority: a person takes, leaves and confirms its own place; what officers do (`admit`, `remove`, `change_pool`, `freeze`,
`hold_draw`) is authorised by the act above that calls it. Each leaves its audit entry.
"""

from tongxin.places.actions.admit import admit, assign
from tongxin.places.actions.change_pool import change_pool
from tongxin.places.actions.confirm import confirm
from tongxin.places.actions.freeze import freeze, unfreeze
from tongxin.places.actions.hold_draw import hold_draw
from tongxin.places.actions.open_pool import open_pool
from tongxin.places.actions.remove import remove
from tongxin.places.actions.settle import settle
from tongxin.places.actions.swap import swap
from tongxin.places.actions.take import take, take_many
from tongxin.places.actions.withdraw import withdraw

__all__ = [
    "admit", "assign", "change_pool", "confirm", "freeze", "hold_draw", "open_pool", "remove", "settle", "swap", "take", "take_many", "unfreeze",
    "withdraw",
]  # fmt: skip
