"""What is done to an activity: one act per file."""

from tongxin.activities.actions.add_activity import add_activity
from tongxin.activities.actions.attach import attach
from tongxin.activities.actions.begin import begin
from tongxin.activities.actions.cancel import cancel
from tongxin.activities.actions.catalogue import add_category, add_group, edit_category, edit_group
from tongxin.activities.actions.clearances import add_clearance, remove_clearance
from tongxin.activities.actions.copy_activity import copy_activity
from tongxin.activities.actions.detach import detach
from tongxin.activities.actions.edit_activity import edit_activity
from tongxin.activities.actions.finish import finish
from tongxin.activities.actions.go_online import go_online
from tongxin.activities.actions.merge import merge
from tongxin.activities.actions.move import move
from tongxin.activities.actions.plan_activity import plan_activity
from tongxin.activities.actions.postpone import postpone
from tongxin.activities.actions.publish import publish
from tongxin.activities.actions.reinstate import reinstate
from tongxin.activities.actions.reopen import reopen
from tongxin.activities.actions.set_organisers import set_organisers

__all__ = [
    "add_activity",
    "add_category",
    "add_clearance",
    "add_group",
    "attach",
    "begin",
    "cancel",
    "copy_activity",
    "detach",
    "edit_activity",
    "edit_category",
    "edit_group",
    "finish",
    "go_online",
    "merge",
    "move",
    "plan_activity",
    "postpone",
    "publish",
    "reinstate",
    "remove_clearance",
    "reopen",
    "set_organisers",
]
