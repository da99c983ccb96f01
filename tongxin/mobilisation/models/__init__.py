"""Nouns of mobilisation."""

from tongxin.mobilisation.models.call import Call, Duty, Shift
from tongxin.mobilisation.models.collection import Answer, Asked, Collection
from tongxin.mobilisation.models.service import Service
from tongxin.mobilisation.models.task import Handed, Report, Task

__all__ = ["Answer", "Asked", "Call", "Collection", "Duty", "Handed", "Report", "Service", "Shift", "Task"]
