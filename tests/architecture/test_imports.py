"""What import-linter cannot say: which of another app's drawers may be opened, and what knows no database."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, files, name

PACKAGE = ROOT / "tongxin"
# The ground everyone stands on, and those who put the parts together.
GROUND = {"core", "ui", "audit", "config"}
ASSEMBLERS = {"config", "demo"}
OPEN = {"models", "queries", "actions", "access", "words"}
# What everybody above speaks of: who acts and by which right; people named in a form; events, limits and findings of restrictions; regions of rules;
# where an activity is; one tap, and when its box may show more; where goods come from; what a committee decided.
WORDS = (
    "org.actor", "org.office", "org.rules.rights", "org.forms.named", "restrictions.rules", "rulebook.rules.regions", "activities.forms.where",
    "ballots.rules", "ballots.forms", "goods.forms.origins", "rulebook.forms.exemptions",
)  # fmt: skip
# The registries by which something above is stirred without being known (docs/architecture.md).
REGISTRIES = (
    "files.owners", "imports.protocol", "org.slots", "activities.hooks", "feedback.hooks", "signups.hooks", "restrictions.hooks", "rulebook.hooks", "partners.hooks", "welfare.hooks",
    "plan.hooks",
)  # fmt: skip
NO_DATABASE = ("core/sheets", "core/papers")


def modules() -> Iterator[tuple[Path, list[str]]]:
    """Each module of the product but tests and migrations, with what it imports from the product and Django."""
    for path in files(".py"):
        if path.is_relative_to(PACKAGE) and not {"tests", "migrations"} & set(path.parts):
            yield path, list(_imports(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _closed(app: str, imported: str) -> bool:
    parts = imported.split(".")
    if parts[0] != "tongxin" or len(parts) < 3 or parts[1] in {app, *GROUND}:
        return False
    return parts[2] not in OPEN and not ".".join(parts[1:]).startswith(WORDS + REGISTRIES)


def test_only_open_drawers_of_other_apps_are_used():
    wrong = [
        f"{name(path)}: {imported}"
        for path, imports in modules()
        for app in [path.relative_to(PACKAGE).parts[0]]
        for imported in imports
        if app not in ASSEMBLERS and _closed(app, imported)
    ]
    assert wrong == []


def test_sheets_and_papers_know_no_database():
    wrong = [
        f"{name(path)}: {imported}"
        for path, imports in modules()
        if path.relative_to(PACKAGE).as_posix().startswith(NO_DATABASE)
        for imported in imports
        if imported.startswith("django.db")
    ]
    assert wrong == []
