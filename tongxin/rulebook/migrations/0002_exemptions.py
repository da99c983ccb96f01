"""Decisions that a limit may be gone beyond; only ever added to."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0002_indexes_that_hold_what_counting_reads"),
        ("rulebook", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Exemption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("thing_id", models.BigIntegerField()),
                ("part", models.CharField(blank=True, max_length=20)),
                ("label", models.CharField(max_length=200, verbose_name="什么事")),
                ("value", models.CharField(max_length=60, verbose_name="准到多少")),
                ("limit", models.CharField(max_length=60, verbose_name="规则限多少")),
                ("minutes_no", models.CharField(max_length=60, verbose_name="会议纪要编号")),
                ("minutes_on", models.DateField(verbose_name="哪天开的会")),
                ("basis", models.CharField(max_length=120, verbose_name="上级的依据")),
                ("basis_no", models.CharField(max_length=60, verbose_name="依据的文号")),
                ("why", models.CharField(max_length=300, verbose_name="为什么例外")),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.person",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemptions",
                        to="rulebook.rule",
                        verbose_name="规则",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "例外",
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("why", models.CharField(max_length=300, verbose_name="为什么撤回")),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
                (
                    "exemption",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="withdrawal", to="rulebook.exemption"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.AddIndex(
            model_name="exemption",
            index=models.Index(fields=["kind", "thing_id"], name="rulebook_exemption_of_thing"),
        ),
    ]
