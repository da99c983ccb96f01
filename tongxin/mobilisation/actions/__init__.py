"""Acts of mobilisation."""

from tongxin.mobilisation.actions.acknowledge import acknowledge
from tongxin.mobilisation.actions.add_call import add_call
from tongxin.mobilisation.actions.add_shifts import add_shifts
from tongxin.mobilisation.actions.answer import answer
from tongxin.mobilisation.actions.begin_collection import begin_collection
from tongxin.mobilisation.actions.close_task import close_task
from tongxin.mobilisation.actions.correct_service import correct_service
from tongxin.mobilisation.actions.drop_shift import drop_shift
from tongxin.mobilisation.actions.edit_call import edit_call
from tongxin.mobilisation.actions.erase import erase_collection, erase_due
from tongxin.mobilisation.actions.give_task import give_task
from tongxin.mobilisation.actions.keep_list import admit_volunteer, remove_volunteer
from tongxin.mobilisation.actions.publish_call import publish_call
from tongxin.mobilisation.actions.read_answers import read_answers
from tongxin.mobilisation.actions.record_service import record_service
from tongxin.mobilisation.actions.remind_units import remind_units
from tongxin.mobilisation.actions.report_task import report_task
from tongxin.mobilisation.actions.set_heads import set_heads
from tongxin.mobilisation.actions.thank import thank
from tongxin.mobilisation.actions.turns import close_call, end_call, reopen_call
from tongxin.mobilisation.actions.volunteer import leave_shift, take_shift

__all__ = [
    "acknowledge", "add_call", "add_shifts", "admit_volunteer", "answer", "begin_collection", "close_call", "close_task",
    "correct_service", "drop_shift", "edit_call", "end_call", "erase_collection", "erase_due", "give_task", "leave_shift",
    "publish_call", "read_answers", "record_service", "remind_units", "remove_volunteer", "reopen_call", "report_task",
    "set_heads", "take_shift", "thank",
]  # fmt: skip
