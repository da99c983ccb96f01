from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0002_indexes_that_hold_what_counting_reads'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='bundle',
            field=models.CharField(blank=True, editable=False, max_length=40),
        ),
        migrations.AddField(
            model_name='pool',
            name='bundle',
            field=models.CharField(blank=True, editable=False, max_length=40),
        ),
        migrations.AddIndex(
            model_name='pool',
            index=models.Index(condition=models.Q(('bundle', ''), _negated=True), fields=['bundle'], name='places_pool_bundle'),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('entered', 'waiting', 'offered', 'held')), models.Q(('bundle', ''), _negated=True)), fields=('person', 'bundle'), name='places_one_of_a_bundle'),
        ),
    ]
