import django.db.models.deletion

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('org', '0002_indexes_that_hold_what_counting_reads'),
    ]

    operations = [
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=100, verbose_name='叫什么')),
                ('starts_on', models.DateField(verbose_name='哪天起')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='哪天止')),
                ('places', models.TextField(blank=True, verbose_name='只管这些地方')),
                ('farthest', models.CharField(choices=[('beyond', '不限'), ('city', '不出市'), ('here', '只在校内')], default='beyond', max_length=6, verbose_name='去多远')),
                ('no_indoor', models.BooleanField(default=False, verbose_name='不在室内办')),
                ('online_only', models.BooleanField(default=False, verbose_name='只在线上办')),
                ('notice_days', models.PositiveSmallIntegerField(default=0, verbose_name='提前几天发布')),
                ('severity', models.CharField(choices=[('block', '不符合就不能办'), ('warn', '只提醒')], default='block', max_length=5, verbose_name='管得多严')),
                ('source_title', models.CharField(blank=True, max_length=200, verbose_name='文件名称')),
                ('source_number', models.CharField(blank=True, max_length=60, verbose_name='文号')),
                ('source_issuer', models.CharField(blank=True, max_length=100, verbose_name='发文单位')),
                ('source_url', models.URLField(blank=True, max_length=300, verbose_name='网址')),
                ('contingency', models.BooleanField(default=False, verbose_name='应急')),
                ('declared_at', models.DateTimeField()),
                ('declared_by', models.CharField(max_length=120)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=120)),
                ('ended_words', models.CharField(blank=True, max_length=300, verbose_name='为什么解除')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restrictions', to='org.unit', verbose_name='哪个单位定的')),
                ('units', models.ManyToManyField(blank=True, related_name='+', to='org.unit', verbose_name='只管这些单位')),
            ],
            options={
                'verbose_name': '管控',
                'ordering': ('starts_on', 'id'),
                'indexes': [models.Index(fields=['unit', 'starts_on'], name='restriction_unit_id_83f859_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='restriction_forward'), models.CheckConstraint(condition=models.Q(('farthest__in', ('here', 'city', 'beyond'))), name='restriction_farthest_known'), models.CheckConstraint(condition=models.Q(('severity__in', ('block', 'warn'))), name='restriction_severity_known'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='restriction_has_title'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', ''), ('ended_on', None), ('ended_words', '')), models.Q(('ended_at__isnull', False), ('ended_on__isnull', False), models.Q(('ended_words', ''), _negated=True)), _connector='OR'), name='restriction_ended_with_words')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('over', models.PositiveIntegerField(verbose_name='超过多少人')),
                ('demand', models.CharField(choices=[('plan', '要有防控方案'), ('file', '要报备'), ('approve', '要先批准'), ('ban', '不办')], max_length=7, verbose_name='要什么')),
                ('restriction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='restrictions.restriction')),
            ],
            options={
                'ordering': ('over', 'id'),
                'constraints': [models.UniqueConstraint(fields=('restriction', 'over'), name='restriction_step_once'), models.CheckConstraint(condition=models.Q(('demand__in', ('plan', 'file', 'approve', 'ban'))), name='restriction_step_known')],
            },
        ),
    ]
