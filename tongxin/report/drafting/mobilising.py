"""How people were called upon: volunteers with their hours, and the tasks that units did. Only where there are records."""

from __future__ import annotations

from tongxin.report.drafting.words import Piece, block
from tongxin.report.queries.material import Material
from tongxin.report.rules.body import Block


def draft(material: Material) -> list[Block]:
    """One paragraph under the title of the wording `mobilisation`, whose text stands before it."""
    told = [*_volunteers(material), *_tasks(material)]
    if not told:
        return []
    lead = material.wordings.get("mobilisation")
    heading = lead.title if lead else "发动教职工在各自岗位上发挥作用"
    return [block("h2", heading), block("p", material.wording("mobilisation"), *told)]


def _volunteers(material: Material) -> list[Piece]:
    people, hours, calls = (material.chip(f"mobilisation.{key}") for key in ("volunteers", "hours", "calls"))
    if not people or not people.value or not hours or not hours.value:
        return []
    called: list[Piece] = ["全年组织志愿招募", calls, "，"] if calls and calls.value else []
    return [*called, "共有志愿者", people, "参加服务，累计", hours, "。"]


def _tasks(material: Material) -> list[Piece]:
    done = material.chip("mobilisation.tasks_done")
    return ["各单位按要求完成交办任务", done, "。"] if done and done.value else []
