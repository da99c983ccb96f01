"""The parts of rounds that ask people: the poll before, the rating after, and what members see of a round. Registered once."""

from __future__ import annotations


def register() -> None:
    """Follow rounds; fill their pages; declare to-dos and the figure; put 福利 among the member's tabs."""
    from django.utils.translation import gettext_lazy as _

    from tongxin.core import figures as core_figures
    from tongxin.core import todos as core_todos
    from tongxin.ui.navigation import NavItem, register_tab
    from tongxin.welfare import figures_rating, hooks, todos_asked
    from tongxin.welfare.actions.ask_rating import after_turn
    from tongxin.welfare.queries import poll, rating
    from tongxin.welfare.queries.public import public_of

    core_figures.register(figures_rating.FIGURES)
    core_todos.sources.register(todos_asked.SOURCE)
    hooks.followers.register(hooks.Follower("welfare.rating", after_turn))
    for panel in (
        hooks.Panel("welfare.rate", 40, "home", "top", "welfare/_rate.html", rating.home_question),
        hooks.Panel("welfare.public", 50, "home", "main", "welfare/_public.html", public_of),
        hooks.Panel("welfare.satisfaction", 60, "home", "main", "welfare/_satisfaction.html", rating.home_result),
        hooks.Panel("welfare.wanted", 70, "home", "main", "welfare/_wanted.html", poll.home_panel),
        hooks.Panel("welfare.poll", 10, "desk", "main", "welfare/_poll_desk.html", poll.desk_panel),
        hooks.Panel("welfare.rating", 60, "desk", "main", "welfare/_rating_desk.html", rating.desk_result),
    ):
        hooks.panels.register(panel)
    register_tab(NavItem("welfare", _("福利"), "gift", "welfare:rounds", 30))
