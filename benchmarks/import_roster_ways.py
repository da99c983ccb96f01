"""The ways of importing a roster that `import_roster` measures. Django must be set up before this is imported."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from import_export import fields, resources, widgets
from import_export.formats.base_formats import XLSX
from import_export.instance_loaders import CachedInstanceLoader

from tongxin.audit.actions import Touched, record, record_many
from tongxin.core.names import initials, name_key
from tongxin.imports.shell import ShellImport, import_file
from tongxin.org.actor import shell_actor
from tongxin.org.models import Person, Placement, Standing, Unit

NOW = datetime(2020, 10, 20, 6, 0, tzinfo=UTC)
ACTOR = shell_actor("benchmark")
SEXES = {"女": "f", "男": "m"}


def ours(union: Unit, path: Path) -> None:
    """As `tongxin import roster` does it: checked, then taken in."""
    import_file(actor=ACTOR, now=NOW, wanted=ShellImport("roster", path, union))


def preview(union: Unit, path: Path) -> None:
    """The check alone."""
    import_file(actor=ACTOR, now=NOW, wanted=ShellImport("roster", path, union, dry_run=True))


class Sex(widgets.Widget):
    """男 and 女."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """The stored letter."""
        return SEXES.get(value or "", "")


class People(resources.ModelResource):
    """Person by staff number, as the documentation shows, with everything off that only costs time."""

    staff_no = fields.Field("staff_no", "工号")
    name = fields.Field("name", "姓名")
    sex = fields.Field("sex", "性别", widget=Sex())
    born_on = fields.Field("born_on", "出生日期", widget=widgets.DateWidget("%Y-%m-%d"))
    hired_on = fields.Field("hired_on", "入职日期", widget=widgets.DateWidget("%Y-%m-%d"))
    phone = fields.Field("phone", "手机")
    email = fields.Field("email", "邮箱")

    class Meta:
        model = Person
        import_id_fields = ("staff_no",)
        fields = ("staff_no", "name", "sex", "born_on", "hired_on", "phone", "email")
        instance_loader_class = CachedInstanceLoader
        skip_diff = True
        skip_html_diff = True
        report_skipped = False
        skip_unchanged = True
        clean_model_instances = False
        use_transactions = True

    def __init__(self, union: Unit) -> None:
        super().__init__()
        self.union = union
        self.units = {unit.name: unit for unit in Unit.objects.filter(path__startswith=union.path or "")}

    def before_save_instance(self, instance: Person, row: Any, **kwargs: Any) -> None:
        """What follows from the name."""
        instance.union = self.union
        instance.name_key, instance.initials = name_key(instance.name), initials(instance.name)

    def after_save_instance(self, instance: Person, row: Any, **kwargs: Any) -> None:
        """What belongs to the person."""
        unit = self.units[row["单位"]]
        since = instance.hired_on or date(2020, 10, 20)
        Placement.objects.create(person=instance, unit=unit, since=since)
        Standing.objects.create(person=instance, state=Standing.State.IN_STANDING, since=since)
        record(actor=ACTOR, now=NOW, act="org.enrol", thing=instance, unit=unit, after=_after(instance, unit))


class CheckedPeople(People):
    """As `People`, and each is checked before it is saved: so a bad row becomes a reason and not a crash, as with us."""

    class Meta(People.Meta):
        clean_model_instances = True

    def import_instance(self, instance: Person, row: Any, **kwargs: Any) -> None:
        """What checking needs to be there."""
        super().import_instance(instance, row, **kwargs)
        instance.union = self.union
        instance.name_key, instance.initials = name_key(instance.name), initials(instance.name)


class PeopleInBulk(People):
    """At its fastest: people in bulk, and by hand what belongs to them, in bulk as well, once all rows are there."""

    class Meta(People.Meta):
        use_bulk = True
        batch_size = 1000
        force_init_instance = True  # no look-up at all: more than a real import could allow itself

    def after_save_instance(self, instance: Person, row: Any, **kwargs: Any) -> None:
        """In bulk the person has no id yet."""

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """All placements, standings and entries."""
        named = dict(zip(dataset["工号"], dataset["单位"], strict=True))
        people = list(Person.objects.filter(union=self.union))
        pairs = [(person, self.units[named[person.staff_no]]) for person in people]
        Placement.objects.bulk_create(
            [Placement(person=person, unit=unit, since=person.hired_on or NOW.date()) for person, unit in pairs],
            batch_size=1000,
        )
        Standing.objects.bulk_create(
            [Standing(person=person, state="in_standing", since=person.hired_on or NOW.date()) for person in people],
            batch_size=1000,
        )
        touched = (Touched(person, unit.path or "", _after(person, unit)) for person, unit in pairs)
        record_many(actor=ACTOR, now=NOW, act="org.enrol", touched=touched)


def checked(union: Unit, path: Path) -> None:
    """django-import-export with its hooks and its checks."""
    _import(CheckedPeople(union), path)


def hooks(union: Unit, path: Path) -> None:
    """django-import-export with its hooks, rows unchecked."""
    _import(People(union), path)


def bulk(union: Unit, path: Path) -> None:
    """django-import-export in bulk."""
    _import(PeopleInBulk(union), path)


def _import(resource: People, path: Path) -> None:
    dataset = XLSX().create_dataset(path.read_bytes())
    with transaction.atomic():
        result = resource.import_data(dataset, raise_errors=True)
    if result.has_errors() or result.has_validation_errors():
        raise SystemExit("django-import-export refused rows")


def _after(person: Person, unit: Unit) -> dict[str, Any]:
    return {"staff_no": person.staff_no, "unit": unit.pk, "standing": "in_standing"}
