"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class ContestsConfig(AppConfig):
    name = "tongxin.contests"
    label = "contests"

    def ready(self) -> None:
        """Fill the activity's page, hold slots that have results, declare figures."""
        from tongxin.activities import hooks
        from tongxin.contests import figures, panels
        from tongxin.core import figures as core_figures
        from tongxin.signups.hooks import Use, uses

        hooks.panels.register(hooks.Panel("contests.home", 30, "home", "main", "contests/_home.html", panels.home))
        hooks.panels.register(hooks.Panel("contests.desk", 15, "desk", "side", "contests/_desk.html", panels.desk))
        uses.register(Use("contests", panels.hangs_on))
        core_figures.register(figures.FIGURES)
