import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0004_reach"),
        ("files", "0001_initial"),
        ("restrictions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Clearance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("plan", "防控方案"), ("file", "报备"), ("approve", "批准")],
                        max_length=7,
                        verbose_name="是什么",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="文号")),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clearances",
                        to="activities.activity",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="files.attachment",
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clearances",
                        to="restrictions.restriction",
                    ),
                ),
            ],
            options={
                "verbose_name": "管控要的记录",
                "ordering": ("at", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("activity", "restriction", "kind"), name="activity_clearance_once"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("plan", "file", "approve"))), name="activity_clearance_known"
                    ),
                ],
            },
        ),
    ]
