"""The app's registration with Django, and with core's registries."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "tongxin.org"
    label = "org"

    def ready(self) -> None:
        """Declare figures, to-dos, places on the rail and the door to office mode."""
        from tongxin.core import figures, todos
        from tongxin.imports import protocol as imports
        from tongxin.org import navigation
        from tongxin.org.figures import DECLARED
        from tongxin.org.imports.roster import ROSTER
        from tongxin.org.todos import SOURCES

        figures.register(DECLARED)
        for source in SOURCES:
            todos.sources.register(source)
        navigation.register()
        imports.register((ROSTER,))
