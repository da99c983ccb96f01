"""Parts of a page that other apps fill."""

from __future__ import annotations

from datetime import datetime

from tongxin.ui.panels import Panel, Shown, shown

NOW = datetime(2020, 10, 20)


def panel(key: str, order: int, room: str = "desk", where: str = "main", tells: object = "told") -> Panel[str]:
    return Panel(key, order, room, where, f"{key}.html", lambda actor, thing, now: tells and (actor, thing, now, tells))


def test_panels_stand_in_their_order_where_they_belong() -> None:
    found = shown([panel("b", 2), panel("a", 1), panel("c", 3, where="side")], "desk", "who", "what", NOW)
    told = ("who", "what", NOW, "told")
    assert found == {
        "top": [], "main": [Shown("main", "a.html", told), Shown("main", "b.html", told)],
        "side": [Shown("side", "c.html", told)], "dock": [],
    }  # fmt: skip


def test_who_has_nothing_to_show_and_the_other_room_are_left_out() -> None:
    assert shown([panel("a", 1, tells=None), panel("b", 2, "home")], "desk", "who", "what", NOW)["main"] == []
