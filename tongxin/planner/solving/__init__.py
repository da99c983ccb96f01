"""The planner's solver: no Django, no database; a `Year` in, a `Plan` out.

The hard rules, in words. This is the one place; the checker of the tests is derived from it, not from the code.

Days. The year has the days `first` to `last`. Months are counted from the month of `first`; a quarter is three months; the
second half begins with the seventh. A working day is a day of kind WORKDAY. An item covers `days` days from its start.

Each item
1. A fixed item stays as it stands. Rules 2–12 are not asked of it; what it takes is taken. Where fixed items alone take too much, nothing
   else may take any more of that.
2. Form: it is held in its own form, or online where `online_ok`. What is meant online is never put on site.
3. Window: it starts within its window, and is over by the last day of the year.
4. It starts on one of its `weekdays`; every day that it covers is of one of its `day_kinds`, and in no exam or vacation that it avoids.
5. Notice: a day that is not its own is at least `year.notice` days from now. An item without a day has no own day.
6. Limits, only on site: a limit looks at an item where one of the item's paths begins with one of its paths (the empty path is everybody's),
   and, if it names places, the item's place contains one of them. On no day of such a limit (until further notice: to the year's end) may there be: anything, where
   `online_only`; more than `ban_over` people; something farther than `farthest`; something indoors, where `no_indoor`. An item of more people than
   stated in `plan_days` that covers a day of the limit starts at least so many days from now; with `notice_days`, it starts at least so many
   days from now unless it was announced for that very day.

Between items
7. Units: a unit is busy with one item at most on a day and part of the day, in either form.
8. Venues: the same, on site only.
9. Officers: an officer has `officers[officer]` working days a month at most; who is not named there has no limit.
10. Budgets: what items of a payer cost (by their form) in the quarter of their start is `budgets[payer, quarter]` at most; none named, no limit.
11. Spacing: starts of items of one group in `spacing` are at least so many days apart.
12. Order: the later item has a place only if the earlier has one, and starts `lag` days or more after the earlier one's last day.
    A fixed later item stays; the earlier one must still end in time before it, or fall.

Aims (each a count to be made small, over the items that are not fixed; `load` over all)
KEPT: items without a place. ANNOUNCED: announced items that are not held as announced: moved, in another form, or without a place.
MOVES: items on another day than their own. ON_SITE: items online that were meant on site.
LEVEL: days between own and new day + factor × load, where load = officers' working days a month above `free_days` + items that start in a month above
the target (none stated: the number of items over the number of months, rounded up) + items starting in the second half above `second_half`
of those that have a place, rounded up + items of the busiest month.
The plan is the lexicographic least in the office's order. Each bound holds among the plans that do no worse in the aims before.
"""

from tongxin.planner.solving.causes import Cause, Code
from tongxin.planner.solving.explain import Counted, Explainer, Explanation, Help, Lever, Nearer, explain
from tongxin.planner.solving.solve import greedy, solve, stand

__all__ = [
    "Cause",
    "Code",
    "Counted",
    "Explainer",
    "Explanation",
    "Help",
    "Lever",
    "Nearer",
    "explain",
    "greedy",
    "solve",
    "stand",
]
