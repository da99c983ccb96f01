"""Addresses of the year's goals, of tasks from above and of aims over several years."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.goals.views import aims, directive_acts, directives, goal_acts, goals, of_thing

app_name = "goals"
urlpatterns: list[URLPattern | URLResolver] = [
    path("goals/", goals.now, name="now"),
    path("goals/<int:year>/", goals.goals, name="goals"),
    path("goals/<int:year>/export/", goals.export, name="export"),
    path("goals/<int:year>/new/", goal_acts.new, name="new_goal"),
    path("goals/<int:year>/start/", goal_acts.start, name="start"),
    path("goals/<int:year>/copy/", goal_acts.copy, name="copy"),
    path("goals/one/<int:pk>/", goals.goal, name="goal"),
    path("goals/one/<int:pk>/edit/", goal_acts.edit, name="edit_goal"),
    path("goals/one/<int:pk>/remove/", goal_acts.remove, name="remove_goal"),
    path("goals/one/<int:pk>/serving/", goal_acts.serving, name="serving"),
    path("goals/one/<int:pk>/indicators/", goal_acts.new_indicator, name="new_indicator"),
    path("goals/indicators/<int:pk>/remove/", goal_acts.remove_indicator, name="remove_indicator"),
    path("goals/of-activity/<int:pk>/", of_thing.of_activity, name="of_activity"),
    path("goals/of-work/<int:pk>/", of_thing.of_work, name="of_work"),
    path("directives/", directives.directives, name="directives"),
    path("directives/matrix/", directives.matrix, name="matrix"),
    path("directives/export/", directives.export, name="export_directives"),
    path("directives/new/", directive_acts.new, name="new_directive"),
    path("directives/<int:pk>/", directives.directive, name="directive"),
    path("directives/<int:pk>/edit/", directive_acts.edit, name="edit_directive"),
    path("directives/<int:pk>/evidence/", directive_acts.evidence, name="evidence"),
    path("directives/<int:pk>/close/", directive_acts.close, name="close_directive"),
    path("directives/<int:pk>/reopen/", directive_acts.reopen, name="reopen_directive"),
    path("directives/<int:pk>/papers/", directive_acts.papers, name="papers"),
    path("directives/<int:pk>/papers/<uuid:file>/remove/", directive_acts.remove_paper, name="remove_paper"),
    path("aims/", aims.aims, name="aims"),
    path("aims/new/", aims.new, name="new_aim"),
    path("aims/<int:pk>/", aims.aim, name="aim"),
    path("aims/<int:pk>/edit/", aims.edit, name="edit_aim"),
    path("aims/<int:pk>/measures/", aims.new_measure, name="new_measure"),
    path("aims/measures/<int:pk>/remove/", aims.remove_measure, name="remove_measure"),
    path("aims/measures/<int:pk>/typed/", aims.type_value, name="type_value"),
]
