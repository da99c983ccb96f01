"""When members first saw an activity."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0002_catalogue")]
    operations = [
        migrations.AddField(
            model_name="activity",
            name="published_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="发布时间"),
        ),
    ]
