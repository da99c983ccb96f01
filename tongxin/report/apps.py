"""The app's registration with Django, and with the instruments that gather from all apps."""

from django.apps import AppConfig


class ReportConfig(AppConfig):
    name = "tongxin.report"
    label = "report"

    def ready(self) -> None:
        """Declare figures and to-dos, the sections of the summary, and the places on the rail."""
        from tongxin.core import figures as core_figures
        from tongxin.core import todos as core_todos
        from tongxin.plan.hooks import proposals
        from tongxin.report import figures, places, sections, todos
        from tongxin.report.drafting import build
        from tongxin.report.proposals import PROPOSER

        core_figures.register(figures.FIGURES)
        core_todos.sources.register(todos.SOURCE)
        for section in build.OURS:
            sections.register(section)
        proposals.register(PROPOSER)
        places.register()
