"""What may stand between the braces of a template: placeholders, a loop over a list, a condition. Nothing else runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

PLAIN: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Const, nodes.Compare,
    nodes.Operand, nodes.Not, nodes.And, nodes.Or,
)  # fmt: skip
LOOP: Final = frozenset({"index", "first", "last"})


class Unknown(Exception):
    """Placeholders that there are not."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class NotAllowed(Exception):
    """Something that is neither a placeholder, nor a plain loop, nor a condition."""


class PlaceholderEnvironment(SandboxedEnvironment):
    """Every source is looked through before it is compiled: body, headers, footers, notes and properties alike."""

    def __init__(self, fields: frozenset[str], lists: Mapping[str, frozenset[str]]) -> None:
        super().__init__(autoescape=True)
        self._fields, self._lists = fields, lists

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _require_plain(tree)
        unknown = _Reader(self._fields, self._lists).unknown(tree)
        if unknown:
            raise Unknown(unknown)
        return tree


def _require_plain(tree: nodes.Template) -> None:
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, PLAIN):
            raise NotAllowed(type(node).__name__)
    for loop in tree.find_all(nodes.For):
        if any(True for _inner in loop.find_all(nodes.For)) or loop.recursive or loop.test:
            raise NotAllowed("For")


class _Reader:
    """Finds names that are no placeholders. A loop's own name knows the columns of its list."""

    def __init__(self, fields: frozenset[str], lists: Mapping[str, frozenset[str]]) -> None:
        self.fields, self.lists = fields, lists

    def unknown(self, tree: nodes.Template) -> list[str]:
        """The names, each once, in their order."""
        found: list[str] = []
        self._walk(tree, {}, found)
        return list(dict.fromkeys(found))

    def _walk(self, node: nodes.Node, rows: dict[str, frozenset[str]], found: list[str]) -> None:
        if isinstance(node, nodes.For):
            self._loop(node, rows, found)
        elif isinstance(node, nodes.Getattr):
            self._attribute(node, rows, found)
        elif isinstance(node, nodes.Name):
            if node.name not in self.fields and not (node.name in rows and not rows[node.name]):
                found.append(node.name)
        elif isinstance(node, nodes.If):
            for child in node.iter_child_nodes():
                if not (isinstance(child, nodes.Name) and child.name in self.lists):
                    self._walk(child, rows, found)
        else:
            for child in node.iter_child_nodes():
                self._walk(child, rows, found)

    def _loop(self, node: nodes.For, rows: dict[str, frozenset[str]], found: list[str]) -> None:
        source, target = node.iter, node.target
        if not isinstance(source, nodes.Name) or not isinstance(target, nodes.Name):
            raise NotAllowed("For")
        if source.name not in self.lists:
            found.append(source.name)
        inner = {**rows, target.name: self.lists.get(source.name, frozenset()), "loop": LOOP}
        for child in [*node.body, *node.else_]:
            self._walk(child, inner, found)

    def _attribute(self, node: nodes.Getattr, rows: dict[str, frozenset[str]], found: list[str]) -> None:
        of: Any = node.node
        if not isinstance(of, nodes.Name):
            raise NotAllowed("Getattr")
        if node.attr not in rows.get(of.name, frozenset()):
            found.append(f"{of.name}.{node.attr}")
