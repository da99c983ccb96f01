"""Addresses: path, view module and template share their name."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from tongxin.mobilisation.views.answer import answer, answers
from tongxin.mobilisation.views.call import call, export
from tongxin.mobilisation.views.calls import calls
from tongxin.mobilisation.views.collection import collection, erasure
from tongxin.mobilisation.views.collections import collections, new_collection
from tongxin.mobilisation.views.edit import edit
from tongxin.mobilisation.views.my_shifts import my_shifts
from tongxin.mobilisation.views.new_call import new_call
from tongxin.mobilisation.views.part import acknowledgement, mine, part
from tongxin.mobilisation.views.shift import admission, correction, dropping, heads, removal, shift
from tongxin.mobilisation.views.shifts import shifts
from tongxin.mobilisation.views.taking import leaving, taking
from tongxin.mobilisation.views.task import closing_task, reminder, task
from tongxin.mobilisation.views.tasks import new_task, tasks
from tongxin.mobilisation.views.turns import closing, ending, publication, reopening, thanks

app_name = "mobilisation"
urlpatterns: list[URLPattern | URLResolver] = [
    path("my/shifts/", my_shifts, name="my_shifts"),
    path("volunteers/", calls, name="calls"),
    path("volunteers/new/", new_call, name="new_call"),
    path("volunteers/<int:pk>/", call, name="call"),
    path("volunteers/<int:pk>/edit/", edit, name="edit"),
    path("volunteers/<int:pk>/export/", export, name="export"),
    path("volunteers/<int:pk>/shifts/", shifts, name="shifts"),
    path("volunteers/<int:pk>/publication/", publication, name="publication"),
    path("volunteers/<int:pk>/closing/", closing, name="closing"),
    path("volunteers/<int:pk>/reopening/", reopening, name="reopening"),
    path("volunteers/<int:pk>/ending/", ending, name="ending"),
    path("volunteers/<int:pk>/thanks/", thanks, name="thanks"),
    path("volunteers/shifts/<int:pk>/", shift, name="shift"),
    path("volunteers/shifts/<int:pk>/taking/", taking, name="taking"),
    path("volunteers/shifts/<int:pk>/leaving/", leaving, name="leaving"),
    path("volunteers/shifts/<int:pk>/heads/", heads, name="heads"),
    path("volunteers/shifts/<int:pk>/dropping/", dropping, name="dropping"),
    path("volunteers/shifts/<int:pk>/admission/", admission, name="admission"),
    path("volunteers/shifts/<int:pk>/<int:place>/removal/", removal, name="removal"),
    path("volunteers/shifts/<int:pk>/<int:person>/correction/", correction, name="correction"),
    path("tasks/", tasks, name="tasks"),
    path("tasks/new/", new_task, name="new_task"),
    path("tasks/<int:pk>/", task, name="task"),
    path("tasks/<int:pk>/mine/", mine, name="mine"),
    path("tasks/<int:pk>/reminder/", reminder, name="reminder"),
    path("tasks/<int:pk>/closing/", closing_task, name="closing_task"),
    path("tasks/parts/<int:pk>/", part, name="part"),
    path("tasks/parts/<int:pk>/acknowledgement/", acknowledgement, name="acknowledgement"),
    path("collections/", collections, name="collections"),
    path("collections/new/", new_collection, name="new_collection"),
    path("collections/<int:pk>/", collection, name="collection"),
    path("collections/<int:pk>/answer/", answer, name="answer"),
    path("collections/<int:pk>/answers/", answers, name="answers"),
    path("collections/<int:pk>/erasure/", erasure, name="erasure"),
]
